// Reads the page aloud: as a person read it out where somebody did (data-recorded; each audio[data-notice], one after the
// other), or else by a voice of the device, in the language of the page. That button is there only where the device has
// such a voice (data-aloud may name the part of the page by its id): a voice from the network would send the text away, and a voice of another language cannot be understood.
(function () {
  'use strict';
  var button = document.querySelector('[data-aloud]');
  var parts = Array.prototype.slice.call(document.querySelectorAll('audio[data-notice]'));
  var recorded = button && button.hasAttribute('data-recorded') && parts.length > 0;

  // One voice at a time, whichever player is pressed.
  parts.forEach(function (part) {
    part.addEventListener('play', function () {
      parts.forEach(function (other) {
        if (other !== part) {
          other.pause();
        }
      });
      if (window.speechSynthesis) {
        window.speechSynthesis.cancel();
      }
    });
  });
  if (!button || (!window.speechSynthesis && !recorded)) {
    return;
  }
  var playing = null;
  var language = document.documentElement.lang.slice(0, 2).toLowerCase();

  function voice() {
    return window.speechSynthesis.getVoices().filter(function (one) {
      return one.localService && one.lang.slice(0, 2).toLowerCase() === language;
    })[0];
  }

  // From its beginning; what cannot be played ends the reading, so that nothing is left out unheard.
  function play(part) {
    if (!part) {
      stop();
      return;
    }
    playing = part;
    part.currentTime = 0;
    part.scrollIntoView({ block: 'center' });
    part.play().catch(stop);
  }

  function listen() {
    parts.forEach(function (part, number) {
      part.addEventListener('ended', function () {
        if (playing === part) {
          play(parts[number + 1]);
        }
      });
      part.addEventListener('pause', function () {
        if (playing === part && !part.ended) {
          stop();
        }
      });
    });
    button.hidden = false;
  }

  function look() {
    button.hidden = !voice();
  }

  function swap() {
    var other = button.getAttribute('data-other');
    button.setAttribute('data-other', button.textContent);
    button.textContent = other;
  }

  function stop() {
    if (recorded) {
      playing = null;
      parts.forEach(function (part) { part.pause(); });
    } else {
      window.speechSynthesis.cancel();
    }
    if (button.getAttribute('aria-pressed') === 'true') {
      button.setAttribute('aria-pressed', 'false');
      swap();
    }
  }

  // What is folded is part of the text: all of it is opened first, so that it is read too.
  function open() {
    document.querySelectorAll('main details').forEach(function (one) {
      one.open = true;
    });
  }

  button.addEventListener('click', function () {
    if (button.getAttribute('aria-pressed') === 'true') {
      stop();
      return;
    }
    open();
    if (recorded) {
      button.setAttribute('aria-pressed', 'true');
      swap();
      play(parts[0]);
      return;
    }
    parts.forEach(function (part) { part.pause(); });
    var words = new SpeechSynthesisUtterance((document.getElementById(button.getAttribute('data-aloud')) || document.querySelector('main')).innerText);
    words.voice = voice();
    words.lang = words.voice ? words.voice.lang : document.documentElement.lang;
    words.rate = 0.9;
    words.onend = stop;
    button.setAttribute('aria-pressed', 'true');
    swap();
    window.speechSynthesis.speak(words);
  });
  window.addEventListener('pagehide', stop);
  if (recorded) {
    listen();
    return;
  }
  look();
  if (window.speechSynthesis.addEventListener) {
    window.speechSynthesis.addEventListener('voiceschanged', look);
  } else {
    window.speechSynthesis.onvoiceschanged = look;
  }
})();
