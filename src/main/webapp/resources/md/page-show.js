// A page that comes back out of the browser's memory (Back after signing out) is asked for again: it shows nothing old.
(function () {
  'use strict';
  window.addEventListener('pageshow', function (event) {
    if (event.persisted) {
      document.documentElement.hidden = true;
      window.location.reload();
    }
  });
})();
