// Plays a digital story ([data-play], WEB-INF/story/play.xhtml): the picture whose data-from (milliseconds) was reached last is
// seen, the caption of the moment stands under it. data-captions is WebVTT. Without this file all pictures stand on the page.
(function () {
  'use strict';
  document.querySelectorAll('[data-play]').forEach(function (box) {
    var audio = box.querySelector('audio');
    var pictures = Array.prototype.slice.call(box.querySelectorAll('[data-from]'));
    var line = box.querySelector('[data-caption]');
    var toggle = box.querySelector('[data-captions-toggle]');
    var file = box.getAttribute('data-captions');

    function show() {
      var now = audio.currentTime * 1000 + 20;
      var seen = pictures[0];
      pictures.forEach(function (picture) {
        seen = Number(picture.getAttribute('data-from')) <= now ? picture : seen;
      });
      pictures.forEach(function (picture) { picture.hidden = picture !== seen; });
    }

    ['timeupdate', 'seeking', 'loadedmetadata'].forEach(function (name) { audio.addEventListener(name, show); });
    show();

    if (file && file.indexOf('-->') > 0) {
      var track = document.createElement('track');
      track.kind = 'captions';
      track.srclang = document.documentElement.lang;
      track.src = URL.createObjectURL(new Blob([file], { type: 'text/vtt' }));
      track.default = true;
      audio.appendChild(track);
      track.track.mode = 'hidden';
      toggle.hidden = false;
      line.hidden = false;
      track.addEventListener('cuechange', function () {
        var cue = track.track.activeCues && track.track.activeCues[0];
        line.textContent = cue ? cue.getCueAsHTML().textContent : '';
      });
      toggle.addEventListener('click', function () {
        var on = toggle.getAttribute('aria-pressed') !== 'true';
        toggle.setAttribute('aria-pressed', String(on));
        line.hidden = !on;
      });
    }
  });
})();
