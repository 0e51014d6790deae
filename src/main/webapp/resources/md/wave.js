// Draws the loudness of a recording from data-peaks (numbers 0 to 100, comma-separated) on its canvas, in the canvas's own colour.
(function () {
  'use strict';
  function draw(canvas) {
    var peaks = canvas.getAttribute('data-peaks').split(',').map(Number).filter(function (peak) { return peak >= 0; });
    var scale = window.devicePixelRatio || 1;
    var width = canvas.clientWidth;
    var height = canvas.clientHeight;
    if (!peaks.length || !width) {
      return;
    }
    canvas.width = width * scale;
    canvas.height = height * scale;
    var pen = canvas.getContext('2d');
    pen.scale(scale, scale);
    pen.fillStyle = getComputedStyle(canvas).color;
    var bars = Math.min(peaks.length, Math.floor(width / 5));
    for (var bar = 0; bar < bars; bar++) {
      var from = Math.floor(bar * peaks.length / bars);
      var to = Math.max(from + 1, Math.floor((bar + 1) * peaks.length / bars));
      var peak = Math.max.apply(null, peaks.slice(from, to));
      var tall = Math.max(3, Math.min(100, peak) / 100 * height);
      pen.fillRect(bar * width / bars, (height - tall) / 2, 3, tall);
    }
  }

  function drawAll() {
    document.querySelectorAll('canvas[data-peaks]').forEach(draw);
  }

  var waiting;
  window.addEventListener('resize', function () {
    clearTimeout(waiting);
    waiting = setTimeout(drawAll, 150);
  });
  drawAll();
})();
