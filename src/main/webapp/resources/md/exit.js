// "Exit this page": clears the screen at once and replaces this page in the history by the neutral one at data-exit-url,
// which signs out. The link works without this file; three times Shift within 2 seconds does the same by keyboard.
(function () {
  'use strict';
  var link = document.querySelector('[data-exit-url]');
  if (!link) {
    return;
  }
  var presses = [];

  function leave() {
    document.documentElement.hidden = true;
    document.dispatchEvent(new Event('md:leave'));
    window.location.replace(link.getAttribute('data-exit-url'));
  }

  link.addEventListener('click', function (event) {
    event.preventDefault();
    leave();
  });
  document.addEventListener('keyup', function (event) {
    if (event.key !== 'Shift') {
      presses = [];
      return;
    }
    var now = Date.now();
    presses = presses.filter(function (time) { return now - time < 2000; });
    presses.push(now);
    if (presses.length === 3) {
      leave();
    }
  });
})();
