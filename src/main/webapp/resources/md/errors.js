// Brings the focus to the summary of errors, and from a line of it to its field (the first control of a list of answers).
(function () {
  'use strict';
  var summary = document.getElementById('errors');
  if (!summary) {
    return;
  }
  summary.focus();
  summary.addEventListener('click', function (event) {
    var link = event.target.closest('a[href^="#"]');
    var target = link && document.getElementById(decodeURIComponent(link.getAttribute('href').slice(1)));
    if (!target) {
      return;
    }
    var control = target.matches('input,select,textarea,button') ? target : target.querySelector('input,select,textarea,button');
    if (control) {
      event.preventDefault();
      (target.closest('.field,fieldset') || control).scrollIntoView();
      control.focus({ preventScroll: true });
    }
  });
})();
