// Plays a digital story ([data-play], WEB-INF/story/play.xhtml): the picture whose data-from (milliseconds) was reached last is
// seen, the caption of the moment stands under it. data-captions is WebVTT. [data-play-open] shows what was veiled, and fetches
// the pictures only then; pressed again it veils it. A stage that was put in place says so by "md:stage". Without this file
// all pictures stand on the page.
(function () {
  'use strict';

  function pictureOf(box, audio) {
    var pictures = Array.prototype.slice.call(box.querySelectorAll('[data-from]'));

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
  }

  function caption(box, audio) {
    var file = box.getAttribute('data-captions');
    var line = box.querySelector('[data-caption]');
    var toggle = box.querySelector('[data-captions-toggle]');
    if (!file || file.indexOf('-->') < 0) {
      return;
    }
    var track = document.createElement('track');
    var place = URL.createObjectURL(new Blob([file], { type: 'text/vtt' }));
    track.kind = 'captions';
    track.srclang = document.documentElement.lang;
    track.src = place;
    track.default = true;
    track.addEventListener('load', function () { URL.revokeObjectURL(place); });
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

  function veil(box, audio) {
    var button = box.querySelector('[data-play-open]');
    var body = box.querySelector('[data-play-body]');
    if (!button) {
      return;
    }
    button.addEventListener('click', function () {
      body.hidden = !body.hidden;
      button.setAttribute('aria-expanded', String(!body.hidden));
      if (body.hidden) {
        audio.pause();
      }
      body.querySelectorAll('img[data-src]').forEach(function (picture) {
        picture.src = picture.getAttribute('data-src');
        picture.removeAttribute('data-src');
      });
    });
  }

  function begin() {
    document.querySelectorAll('[data-play]:not([data-playing])').forEach(function (box) {
      var audio = box.querySelector('audio');
      box.setAttribute('data-playing', 'true');
      pictureOf(box, audio);
      caption(box, audio);
      veil(box, audio);
    });
  }

  document.addEventListener('md:stage', begin);
  begin();
})();
