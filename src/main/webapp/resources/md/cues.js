// Sets when the photos come up along a voice ([data-cues], story/cues.xhtml): the voice plays, and each press of "next photo"
// notes the moment. The moments go into the field of the form as milliseconds with commas; the first photo is there from 0.
(function () {
  'use strict';
  var box = document.querySelector('[data-cues]');
  if (!box) {
    return;
  }
  var audio = box.querySelector('audio');
  var pictures = Array.prototype.slice.call(box.querySelectorAll('[data-picture]'));
  var start = box.querySelector('[data-cues-start]');
  var next = box.querySelector('[data-cues-next]');
  var count = box.querySelector('[data-cues-count]');
  var field = box.querySelector('[data-cues-field]');
  var done = box.querySelector('[data-cues-done]');
  var cues = [];

  function show() {
    var at = Math.max(0, cues.length - 1);
    pictures.forEach(function (picture, number) { picture.hidden = number !== at; });
    count.textContent = box.getAttribute('data-text-count').replace('{0}', at + 1).replace('{1}', pictures.length);
    next.disabled = cues.length >= pictures.length;
  }

  function begin() {
    cues = [0];
    audio.currentTime = 0;
    start.hidden = true;
    done.hidden = true;
    next.hidden = false;
    show();
    audio.play().catch(function () {});
    next.focus();
  }

  function finish() {
    field.value = cues.join(',');
    start.hidden = false;
    start.querySelector('span').textContent = box.getAttribute('data-text-again');
    next.hidden = true;
    done.hidden = false;
    done.querySelector('[type=submit]').focus();
  }

  next.addEventListener('click', function () {
    var now = Math.round(audio.currentTime * 1000);
    if (cues.length < pictures.length && now > cues[cues.length - 1]) {
      cues.push(now);
      show();
      if (cues.length === pictures.length) {
        finish();
      }
    }
  });
  start.addEventListener('click', begin);
  audio.addEventListener('ended', function () {
    if (cues.length) {
      finish();
    }
  });
  box.hidden = false;
  show();
})();
