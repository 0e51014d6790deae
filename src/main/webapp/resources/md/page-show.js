// On every page. What comes back out of the browser's memory (Back after signing out) is asked for again: it shows nothing old. A form
// is sent once, however often its button is tapped.
(function () {
  'use strict';
  var AGAIN = 4000;
  window.addEventListener('pageshow', function (event) {
    if (event.persisted) {
      document.documentElement.hidden = true;
      window.location.reload();
    }
  });
  // A second tap on a button does it once; after a while, where no page came, it may be tried again.
  document.addEventListener('submit', function (event) {
    var form = event.target;
    if (event.defaultPrevented) {
      return;
    }
    if (form.hasAttribute('data-sent')) {
      event.preventDefault();
      return;
    }
    form.setAttribute('data-sent', 'yes');
    setTimeout(function () { form.removeAttribute('data-sent'); }, AGAIN);
    // Signing out here ends the pages of a story that are open beside it.
    if (/^sign-out/.test(form.id) && window.BroadcastChannel && !document.querySelector('[data-exit-url]')) {
      new BroadcastChannel('md:leave').postMessage('leave');
    }
  });
})();
