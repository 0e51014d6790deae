// A veiled picture: the button in [data-reveal] fetches and shows it, and takes it away again. Nothing is fetched before.
(function () {
  'use strict';
  document.querySelectorAll('[data-reveal]').forEach(function (box) {
    var button = box.querySelector('button');
    var words = button.querySelector('[data-label]');
    button.setAttribute('aria-expanded', 'false');
    button.addEventListener('click', function () {
      var picture = box.querySelector('img');
      if (picture) {
        picture.remove();
      } else {
        picture = document.createElement('img');
        picture.alt = box.getAttribute('data-alt');
        picture.src = box.getAttribute('data-reveal');
        box.insertBefore(picture, button);
      }
      var shown = box.classList.toggle('shown');
      button.setAttribute('aria-expanded', String(shown));
      var other = words.getAttribute('data-label');
      words.setAttribute('data-label', words.textContent);
      words.textContent = other;
    });
  });
})();
