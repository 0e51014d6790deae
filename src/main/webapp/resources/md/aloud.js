// Reads the page aloud by a voice of the device, in the language of the page. The button is there only where the device has
// such a voice (data-aloud may name the part of the page by its id): a voice from the network would send the text away, and a voice of another language cannot be understood.
(function () {
  'use strict';
  var button = document.querySelector('[data-aloud]');
  if (!button || !window.speechSynthesis) {
    return;
  }
  var language = document.documentElement.lang.slice(0, 2).toLowerCase();

  function voice() {
    return window.speechSynthesis.getVoices().filter(function (one) {
      return one.localService && one.lang.slice(0, 2).toLowerCase() === language;
    })[0];
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
    window.speechSynthesis.cancel();
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
    var words = new SpeechSynthesisUtterance((document.getElementById(button.getAttribute('data-aloud')) || document.querySelector('main')).innerText);
    words.voice = voice();
    words.lang = words.voice ? words.voice.lang : document.documentElement.lang;
    words.rate = 0.9;
    words.onend = stop;
    button.setAttribute('aria-pressed', 'true');
    swap();
    window.speechSynthesis.speak(words);
  });
  look();
  if (window.speechSynthesis.addEventListener) {
    window.speechSynthesis.addEventListener('voiceschanged', look);
  } else {
    window.speechSynthesis.onvoiceschanged = look;
  }
  window.addEventListener('pagehide', stop);
})();
