// Keeps a draft while it is written. A form[data-autosave] with a [data-save] button (h:commandButton without f:ajax) is sent
// 700 ms after the last key as a partial request of Faces, spoken here in a few lines: faces.js would evaluate script that
// PrimeFaces puts into every answer, which our content security policy forbids. [data-save-state] says how it went, in the words of its data-text-saving, -saved and
// -failed; [data-save-result] is rendered by the answer and holds [data-kept] when the server kept it, an .error when it refused; neither is a failure. A failure is tried again
// after 2, 4, 8 … 30 seconds, when the signal is back, and on the next key. Leaving warns only while something is unsaved. A page
// that is hidden or left sends at once what was not sent yet; a save outlives its page, and "md:leave" (exit.js) waits for it.
(function () {
  'use strict';
  var QUIET = 700;
  var LONGEST_WAIT = 30000;
  var PATIENCE = 20000;
  var STATE = 'jakarta.faces.ViewState';
  // What a request that outlives its page may carry, in bytes (Fetch standard: 64 KiB for all of them together).
  var OUTLIVES = 60000;

  function ask(form, button) {
    var result = form.querySelector('[data-save-result]');
    var fields = new URLSearchParams();
    new FormData(form).forEach(function (value, name) {
      if (typeof value === 'string') {
        fields.append(name, value);
      }
    });
    fields.set(button.name, button.value);
    fields.set('jakarta.faces.source', button.name);
    fields.set('jakarta.faces.partial.event', 'click');
    fields.set('jakarta.faces.partial.ajax', 'true');
    fields.set('jakarta.faces.partial.execute', form.id);
    fields.set('jakarta.faces.partial.render', result.id);
    var patience = new AbortController();
    var timer = setTimeout(function () { patience.abort(); }, PATIENCE);
    return fetch(form.action, {
      method: 'POST',
      keepalive: fields.toString().length < OUTLIVES,
      headers: { 'Faces-Request': 'partial/ajax' },
      body: fields,
      credentials: 'same-origin',
      cache: 'no-store',
      signal: patience.signal
    }).then(function (answer) {
      clearTimeout(timer);
      return answer.ok ? answer.text() : Promise.reject(new Error('refused'));
    });
  }

  function take(form, answer) {
    var xml = new DOMParser().parseFromString(answer, 'text/xml');
    if (!xml.querySelector('partial-response > changes') || xml.querySelector('partial-response > error')) {
      throw new Error('not kept');
    }
    var result = form.querySelector('[data-save-result]');
    var heard = false;
    xml.querySelectorAll('changes > update').forEach(function (update) {
      if (update.id.indexOf(STATE) >= 0) {
        document.getElementsByName(STATE).forEach(function (field) { field.value = update.textContent; });
      } else if (result && update.id === result.id) {
        var fresh = new DOMParser().parseFromString(update.textContent, 'text/html').body.firstElementChild;
        heard = Boolean(fresh.querySelector('[data-kept],.error'));
        result.replaceWith(document.importNode(fresh, true));
      }
    });
    if (!heard) {
      throw new Error('not kept');
    }
  }

  document.querySelectorAll('form[data-autosave]').forEach(function (form) {
    var button = form.querySelector('[data-save]');
    var state = form.querySelector('[data-save-state]') || document.querySelector('[data-save-state]');
    var typed = 0;
    var underWay = 0;
    var kept = 0;
    var failures = 0;
    var sends = [];
    var timer;
    var leaving = null;

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
      leaving = null;
      failures++;
      if (sends.length || typed === kept) {
        return;
      }
      underWay = kept;
      say('failed');
      later(Math.min(LONGEST_WAIT, 1000 * Math.pow(2, failures)));
    }

    function succeeded(sent) {
      failures = 0;
      if (form.querySelector('[data-save-result] .error')) {
        say('refused');
        leaving = null;
        return;
      }
      kept = Math.max(kept, sent);
      mark();
      if (sends.length) {
        return;
      }
      if (typed > kept) {
        later(leaving ? 0 : QUIET);
      } else {
        say('saved');
        if (leaving) {
          window.location.assign(leaving);
        }
      }
    }

    function send() {
      if (sends.length || typed === kept) {
        return;
      }
      say('saving');
      sendNow();
    }

    function sendNow() {
      var sent = typed;
      underWay = sent;
      var answered = ask(form, button);
      sends.push(answered);
      answered.then(function (answer) {
        sends.splice(sends.indexOf(answered), 1);
        take(form, answer);
        succeeded(sent);
      }).catch(function () {
        sends = sends.filter(function (one) { return one !== answered; });
        failed();
      });
    }

    // What is on its way already is not sent twice; newer words follow it, and the server takes them in that order.
    function flush() {
      if (typed !== kept && typed !== underWay) {
        clearTimeout(timer);
        sendNow();
      }
    }

    function changed(event) {
      if (event.target.type === 'file') {
        return;
      }
      typed++;
      mark();
      later(QUIET);
    }

    // A link pressed before the words are kept waits for them; where they cannot be kept, the page says so and stays. A second
    // press leaves, after the browser asked.
    function keepFirst(event) {
      var link = event.target.closest('a[href]');
      if (!link || event.defaultPrevented || typed === kept || failures > 0 || link.hasAttribute('data-exit-url')
        || link.getAttribute('href').charAt(0) === '#' || link.target || event.ctrlKey || event.metaKey || event.shiftKey) {
        return;
      }
      event.preventDefault();
      leaving = link.href;
      clearTimeout(timer);
      send();
    }

    function leave(event) {
      flush();
      if (event.detail) {
        sends.forEach(function (answered) { event.detail.push(answered); });
      }
      forget();
    }

    function forget() {
      clearTimeout(timer);
      kept = typed;
      mark();
    }

    document.addEventListener('click', keepFirst);
    form.addEventListener('input', changed);
    form.addEventListener('change', changed);
    form.addEventListener('submit', forget);
    document.addEventListener('md:leave', leave);
    window.addEventListener('online', send);
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', function () {
      if (document.visibilityState === 'hidden') {
        flush();
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
