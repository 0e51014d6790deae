// A story that somebody reads. Told by [data-push-url] that it is gone, it empties itself; told to
// look, and every 5 seconds, it asks [data-watch-url] whether it may stay:
// any other answer than a good one, or two failures in a row, empties it and says the neutral sentence instead.
(function () {
  'use strict';
  var EACH = 5000;
  var ground = document.querySelector('[data-watch-url]');
  var failures = 0;
  var timer;
  if (!ground) {
    return;
  }

  function clear(words) {
    ground.querySelectorAll('audio,video,img').forEach(function (media) {
      if (media.pause) {
        media.pause();
      }
      media.removeAttribute('src');
      if (media.load) {
        media.load();
      }
    });
    var sentence = document.createElement('p');
    sentence.className = 'note neutral';
    sentence.setAttribute('role', 'status');
    sentence.textContent = ground.getAttribute(words || 'data-neutral');
    ground.replaceChildren(sentence);
    ground.removeAttribute('data-watch-url');
    clearTimeout(timer);
  }

  function look() {
    clearTimeout(timer);
    var url = ground.getAttribute('data-watch-url');
    if (!url) {
      return;
    }
    fetch(url, {cache: 'no-store', redirect: 'manual'}).then(function (answer) {
      failures = 0;
      if (!answer.ok) {
        clear(answer.status === 401 ? 'data-signed-out' : 'data-neutral');
      }
    }).catch(function () {
      failures++;
      if (failures >= 2) {
        clear();
      }
    }).finally(function () {
      if (ground.getAttribute('data-watch-url')) {
        timer = setTimeout(look, EACH);
      }
    });
  }

  if (window.EventSource) {
    new EventSource(ground.getAttribute('data-push-url')).onmessage = function (message) {
      if (message.data === 'gone') {
        clear();
      } else {
        look();
      }
    };
  }
  document.addEventListener('visibilitychange', function () {
    if (document.visibilityState === 'visible') {
      look();
    }
  });
  look();
})();
