// Follows a file that is being made ready: asks data-status-url each second for {"status":"…","what":"…"}, shows the words
// (those of the answer, else data-text-received, -scanned, -sanitised, -ready …) and reloads the page once when it is READY, REFUSED or
// FAILED, but not under somebody's typing or before a draft is kept. Once for each data-status-file: the next file of the same
// place may be done before it is first asked for. Asks less often while there is no answer.
(function () {
  'use strict';
  var SLOW_AFTER = 60000;
  var DONE = ['READY', 'REFUSED', 'FAILED'];
  var started = Date.now();

  function typing() {
    var focus = document.activeElement;
    return Boolean(document.querySelector('[data-unsaved]'))
      || Boolean(focus && focus.matches('textarea,input:not([type=checkbox]):not([type=radio]):not([type=file])'));
  }

  function reloadOnce(file) {
    var mark = 'reloaded ' + file;
    if (!sessionStorage.getItem(mark)) {
      sessionStorage.setItem(mark, 'yes');
      window.location.reload();
    }
  }

  document.querySelectorAll('[data-status-url]').forEach(function (element) {
    var url = element.getAttribute('data-status-url');
    var file = element.getAttribute('data-status-file');
    var words = element.querySelector('[role=status]') || element;

    function show(sentence) {
      if (sentence && words.textContent !== sentence) {
        words.textContent = sentence;
      }
    }

    function finish() {
      if (typing()) {
        setTimeout(finish, 1000);
      } else {
        reloadOnce(file);
      }
    }

    function ask(wait) {
      setTimeout(function () {
        fetch(url, { headers: { Accept: 'application/json' }, credentials: 'same-origin', cache: 'no-store' })
          .then(function (answer) {
            if (answer.status === 401) {
              return null;
            }
            if (!answer.ok) {
              throw new Error('no answer');
            }
            return answer.json();
          })
          .then(function (media) {
            if (!media) {
              show(element.getAttribute('data-text-signed-out'));
              return;
            }
            show(media.what || element.getAttribute('data-text-' + media.status.toLowerCase()));
            if (DONE.indexOf(media.status) >= 0) {
              finish();
              return;
            }
            if (Date.now() - started > SLOW_AFTER) {
              show(element.getAttribute('data-text-slow'));
            }
            ask(1000);
          })
          .catch(function () { ask(Math.min(15000, wait * 2)); });
      }, wait);
    }

    ask(1000);
  });
})();
