// Keeps a draft while it is written. A form[data-autosave] with a [data-save] button (h:commandButton without f:ajax) is sent
// 700 ms after the last key as a partial request of Faces, spoken here in a few lines: faces.js would evaluate script that
// PrimeFaces puts into every answer, which our content security policy forbids. [data-save-state] says how it went, in the words of its data-text-saving, -saved and
// -failed; [data-save-result] is rendered by the answer and holds [data-kept] when the server kept it, an .error when it refused; neither is a failure. A failure is tried again
// after 2, 4, 8 … 30 seconds, when the signal is back, and on the next key. Leaving warns only while something is unsaved. A page
// that is hidden or left sends at once what was not sent yet; a save outlives its page, and "md:leave" (exit.js) waits for it.
// A press of a button of the form keeps the words first, by the same request: without a signal the page stays, and the words with it.
// Where the answer is no save, the page is asked for again: after another sign-in, a restart or too many pages the form has a new
// state from there; who is signed out is told so by [data-save-out]. A [data-known] field names by marks the texts that the page showed
// and sent (story.Known): what was changed on another page is not written over; [data-keep-mine] does it all the same.
(function () {
  'use strict';
  var QUIET = 700;
  var LONGEST_WAIT = 30000;
  var PATIENCE = 20000;
  var STATE = 'jakarta.faces.ViewState';
  var NONCE = 'primefaces.nonce';
  // What a request that outlives its page may carry, in bytes (Fetch standard: 64 KiB for all of them together).
  var OUTLIVES = 60000;
  var MOST_KNOWN = 100;

  // As story.Known counts it.
  function mark(text) {
    var hash = 0x811c9dc5;
    for (var i = 0; i < text.length; i++) {
      var unit = text.charCodeAt(i);
      if (unit > 32 && !/[\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]/.test(text.charAt(i))) {
        hash = Math.imul(hash ^ unit, 0x01000193);
      }
    }
    return (hash >>> 0).toString(16).padStart(8, '0');
  }

  function know(form, marks) {
    var field = form.querySelector('[data-known]');
    if (field) {
      field.value = field.value.split(' ').filter(function (one) { return one && marks.indexOf(one) < 0; }).concat(marks).slice(-MOST_KNOWN).join(' ');
    }
  }

  function fill(name, value) {
    document.getElementsByName(name).forEach(function (field) { field.value = value; });
  }

  // The form of this page as it would come now: its state, "out" where the way leads to signing in, or nothing.
  function fresh(form) {
    return fetch(window.location.href, { credentials: 'same-origin', cache: 'no-store' }).then(function (answer) {
      return answer.text();
    }).then(function (text) {
      var page = new DOMParser().parseFromString(text, 'text/html');
      var again = page.getElementById(form.id);
      var state = again && again.querySelector('[name="' + STATE + '"]');
      if (state) {
        [STATE, NONCE].forEach(function (name) {
          var field = again.querySelector('[name="' + name + '"]');
          fill(name, field ? field.value : '');
        });
        return 'fresh';
      }
      return page.getElementById('signin') ? 'out' : '';
    });
  }

  function ask(form, button) {
    var result = form.querySelector('[data-save-result]');
    var fields = new URLSearchParams();
    know(form, Array.from(form.querySelectorAll('textarea,input[type=text]'), function (field) { return mark(field.value); }));
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
      redirect: 'manual',
      signal: patience.signal
    }).then(function (answer) {
      clearTimeout(timer);
      return answer.ok ? answer.text() : Promise.reject({ stale: true });
    });
  }

  function take(form, answer) {
    // Not by a parser of XML: of a page that expired comes half an answer and half a page, and its styles would be complained of.
    if (answer.indexOf('<partial-response') < 0 || answer.indexOf('<error') >= 0) {
      throw { stale: true };
    }
    var result = form.querySelector('[data-save-result]');
    var heard = false;
    var updates = /<update id="([^"]+)"><!\[CDATA\[([^]*?)\]\]><\/update>/g;
    for (var update = updates.exec(answer); update; update = updates.exec(answer)) {
      var text = update[2].replace(/\]\]><!\[CDATA\[/g, '');
      if (update[1].indexOf(STATE) >= 0) {
        fill(STATE, text);
      } else if (result && update[1] === result.id) {
        var now = new DOMParser().parseFromString(text, 'text/html').body.firstElementChild;
        heard = Boolean(now.querySelector('[data-kept],.error'));
        result.replaceWith(document.importNode(now, true));
      }
    }
    if (!heard) {
      throw { stale: true };
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
    var pressed = null;
    var anew = false;
    var out = form.querySelector('[data-save-out]');

    function say(name) {
      if (out) {
        out.hidden = name !== 'out';
      }
      if (state) {
        state.setAttribute('data-state', name);
        state.textContent = state.getAttribute('data-text-' + name) || '';
      }
    }

    function noteUnsaved() {
      form.toggleAttribute('data-unsaved', typed > kept);
    }

    function later(wait) {
      clearTimeout(timer);
      timer = setTimeout(send, wait);
    }

    function failed(state) {
      failures++;
      if (sends.length || typed === kept) {
        return;
      }
      underWay = kept;
      if (state === 'fresh' && !anew) {
        anew = true;
        later(0);
        return;
      }
      leaving = null;
      pressed = null;
      anew = false;
      say(state === 'out' ? 'out' : 'failed');
      later(Math.min(LONGEST_WAIT, 1000 * Math.pow(2, failures)));
    }

    function succeeded(sent) {
      failures = 0;
      anew = false;
      if (form.querySelector('[data-save-result] .error')) {
        say('refused');
        leaving = null;
        pressOn();
        return;
      }
      kept = Math.max(kept, sent);
      noteUnsaved();
      if (sends.length) {
        return;
      }
      if (typed > kept) {
        later(leaving || pressed ? 0 : QUIET);
      } else {
        say('saved');
        pressOn();
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
      }).catch(function (problem) {
        sends = sends.filter(function (one) { return one !== answered; });
        return problem && problem.stale ? fresh(form).then(failed, failed) : failed();
      });
    }

    // The button that was pressed, now that its words are kept, or refused: the page that comes says why.
    function pressOn() {
      var button = pressed;
      pressed = null;
      if (button) {
        forget();
        form.requestSubmit(button);
      }
    }

    function submit(event) {
      if (typed === kept || !event.submitter || !form.requestSubmit) {
        forget();
        return;
      }
      event.preventDefault();
      pressed = event.submitter;
      clearTimeout(timer);
      send();
    }

    function choose(event) {
      if (event.target.closest('[data-keep-theirs]')) {
        forget();
        return;
      }
      var mine = event.target.closest('[data-keep-mine]');
      if (mine) {
        know(form, mine.getAttribute('data-keep-mine').split(' '));
        typed++;
        noteUnsaved();
        send();
      }
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
      noteUnsaved();
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
      noteUnsaved();
    }

    form.addEventListener('click', choose);
    document.addEventListener('click', keepFirst);
    form.addEventListener('input', changed);
    form.addEventListener('change', changed);
    form.addEventListener('submit', submit);
    document.addEventListener('md:leave', leave);
    window.addEventListener('online', send);
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', function () {
      if (document.visibilityState === 'hidden') {
        flush();
      } else {
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
