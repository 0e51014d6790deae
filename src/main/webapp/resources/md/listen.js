// A [data-listen] holds a player that obeys while somebody types its words: Control and full stop plays and pauses, Control
// and comma goes back 5 seconds; the buttons do the same. After a pause it starts a second earlier.
(function () {
  'use strict';
  var BACK = 5;
  document.querySelectorAll('[data-listen]').forEach(function (box) {
    var audio = box.querySelector('audio');

    function play() {
      if (audio.paused) {
        audio.currentTime = Math.max(0, audio.currentTime - 1);
        audio.play().catch(function () {});
      } else {
        audio.pause();
      }
    }

    function back() {
      audio.currentTime = Math.max(0, audio.currentTime - BACK);
    }

    box.querySelector('[data-listen-buttons]').hidden = false;
    box.querySelector('[data-listen-play]').addEventListener('click', play);
    box.querySelector('[data-listen-back]').addEventListener('click', back);
    document.addEventListener('keydown', function (event) {
      if (!event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) {
        return;
      }
      if (event.key === '.') {
        event.preventDefault();
        play();
      } else if (event.key === ',') {
        event.preventDefault();
        back();
      }
    });
  });
})();
