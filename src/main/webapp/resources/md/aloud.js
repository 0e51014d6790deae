// Reads the page aloud by the browser's own voice, in the language of the page. The button is there only where it can.
(function () {
  'use strict';
  var button = document.querySelector('[data-aloud]');
  if (!button || !window.speechSynthesis) {
    return;
  }
  button.hidden = false;

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

  button.addEventListener('click', function () {
    if (button.getAttribute('aria-pressed') === 'true') {
      stop();
      return;
    }
    var words = new SpeechSynthesisUtterance(document.querySelector('main').innerText);
    words.lang = document.documentElement.lang;
    words.rate = 0.9;
    words.onend = stop;
    button.setAttribute('aria-pressed', 'true');
    swap();
    window.speechSynthesis.speak(words);
  });
  window.addEventListener('pagehide', stop);
})();
