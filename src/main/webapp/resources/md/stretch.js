// Beside a recording ([data-stretch], story/take-part.xhtml): "It starts here" and "It ends here" put the place of the player into
// the fields, and "Hear it" plays what lies between. Without this file the fields are typed.
(function () {
  'use strict';
  var box = document.querySelector('[data-stretch]');
  var audio = box && box.querySelector('audio');
  if (!audio) {
    return;
  }
  var hear = box.querySelector('[data-hear]');
  var end = null;

  function field(name) {
    return document.getElementById(name);
  }

  function text(seconds) {
    var tenths = Math.round(seconds * 10);
    var rest = tenths % 600;
    return Math.floor(tenths / 600) + ':' + (rest < 100 ? '0' : '') + Math.floor(rest / 10) + (rest % 10 ? '.' + rest % 10 : '');
  }

  function seconds(typed) {
    var parts = /^\s*(?:(\d{1,3}):)?(\d{1,5}(?:[.,]\d{1,3})?)\s*$/.exec(typed);
    return parts ? Number(parts[1] || 0) * 60 + parseFloat(parts[2].replace(',', '.')) : NaN;
  }

  box.querySelectorAll('[data-here]').forEach(function (button) {
    button.hidden = false;
    button.addEventListener('click', function () { field(button.getAttribute('data-here')).value = text(audio.currentTime); });
  });
  hear.hidden = false;
  hear.addEventListener('click', function () {
    var from = seconds(field('from').value);
    end = seconds(field('to').value);
    if (end > from) {
      audio.currentTime = from;
      audio.play().catch(function () {});
    }
  });
  audio.addEventListener('timeupdate', function () {
    if (end !== null && audio.currentTime >= end) {
      audio.pause();
      end = null;
    }
  });
}());
