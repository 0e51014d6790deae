// In the copy that a storyteller keeps: shows #play and plays the pictures along the voice. Of the [data-picture] and of the
// [data-words] that one is seen whose data-from (milliseconds of the voice) was reached last. Without script #play stays hidden,
// and the story is read below it.
(function () {
  'use strict';
  var play = document.getElementById('play');
  var audio = play.querySelector('audio');
  var button = play.querySelector('button');
  var words = play.querySelector('.words');

  function show(kind) {
    var now = audio.currentTime * 1000 + 20;
    var all = play.querySelectorAll('[data-' + kind + ']');
    var seen = all[0];
    all.forEach(function (one) {
      seen = Number(one.getAttribute('data-from')) <= now ? one : seen;
    });
    all.forEach(function (one) { one.hidden = one !== seen; });
  }

  function moment() {
    show('picture');
    show('words');
  }

  button.addEventListener('click', function () {
    words.hidden = !words.hidden;
    button.setAttribute('aria-pressed', String(!words.hidden));
  });
  ['timeupdate', 'seeking', 'loadedmetadata'].forEach(function (name) { audio.addEventListener(name, moment); });
  play.hidden = false;
  moment();
})();
