// Keeps a draft while it is written. A form[data-autosave] with a [data-save] button (h:commandButton without f:ajax) is sent
// 700 ms after the last key by faces.ajax; [data-save-state] says how it went, in the words of its data-text-saving, -saved and
// -failed; [data-save-result] is rendered by the answer and holds an .error when the server refused. A failure is tried again
// after 2, 4, 8 … 30 seconds, when the signal is back, and on the next key. Leaving warns only while something is unsaved.
(function () {
  'use strict';
  var QUIET = 700;
  var LONGEST_WAIT = 30000;

  document.querySelectorAll('form[data-autosave]').forEach(function (form) {
    var button = form.querySelector('[data-save]');
    var state = form.querySelector('[data-save-state]') || document.querySelector('[data-save-state]');
    var typed = 0;
    var kept = 0;
    var failures = 0;
    var sending = false;
    var timer;

    function say(name) {
      if (state) {
        state.setAttribute('data-state', name);
        state.textContent = state.getAttribute('data-text-' + name) || '';
      }
    }

    function mark() {
      form.toggleAttribute('data-unsaved', typed > kept);
    }

    function later(wait) {
      clearTimeout(timer);
      timer = setTimeout(send, wait);
    }

    function failed() {
      sending = false;
      failures++;
      say('failed');
      later(Math.min(LONGEST_WAIT, 1000 * Math.pow(2, failures)));
    }

    function succeeded(sent) {
      sending = false;
      failures = 0;
      var result = form.querySelector('[data-save-result]');
      if (result && result.querySelector('.error')) {
        say('refused');
        return;
      }
      kept = Math.max(kept, sent);
      mark();
      if (typed > kept) {
        later(QUIET);
      } else {
        say('saved');
      }
    }

    function send() {
      if (sending || typed === kept) {
        return;
      }
      sending = true;
      say('saving');
      var sent = typed;
      var answered = false;
      var result = form.querySelector('[data-save-result]');
      window.faces.ajax.request(button, null, {
        execute: form.id,
        render: result ? result.id : '@none',
        onevent: function (event) {
          if (event.status === 'success' && !answered) {
            answered = true;
            succeeded(sent);
          }
        },
        onerror: function () {
          if (!answered) {
            answered = true;
            failed();
          }
        }
      });
    }

    function changed(event) {
      if (event.target.type === 'file') {
        return;
      }
      typed++;
      mark();
      later(QUIET);
    }

    function forget() {
      clearTimeout(timer);
      kept = typed;
      mark();
    }

    form.addEventListener('input', changed);
    form.addEventListener('change', changed);
    form.addEventListener('submit', forget);
    document.addEventListener('md:leave', forget);
    window.addEventListener('online', send);
    document.addEventListener('visibilitychange', function () {
      if (document.visibilityState === 'hidden') {
        send();
      }
    });
    window.addEventListener('beforeunload', function (event) {
      if (typed > kept) {
        event.preventDefault();
        event.returnValue = '';
      }
    });
  });
})();
