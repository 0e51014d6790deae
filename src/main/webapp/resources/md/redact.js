// Draws the parts of a [data-covering] picture that the fields of [data-region] name (percent), and fills the first empty row when
// somebody draws over it with a mouse, a pen or a finger. Without this file the fields are typed.
(function () {
  'use strict';
  var box = document.querySelector('[data-covering]');
  if (!box) {
    return;
  }
  var rows = Array.prototype.slice.call(document.querySelectorAll('[data-region]'));
  var from = null;
  var drawing = null;

  function field(row, name) {
    return row.querySelector('[name^=' + name + '-]');
  }

  function values(row) {
    return ['left', 'top', 'width', 'height'].map(function (name) { return parseFloat(field(row, name).value.replace(',', '.')); });
  }

  function place(mark, numbers) {
    mark.style.left = numbers[0] + '%';
    mark.style.top = numbers[1] + '%';
    mark.style.width = numbers[2] + '%';
    mark.style.height = numbers[3] + '%';
  }

  function mark(numbers, pixelated) {
    var made = document.createElement('span');
    made.className = pixelated ? 'mark squares' : 'mark';
    place(made, numbers);
    box.appendChild(made);
    return made;
  }

  function show() {
    box.querySelectorAll('.mark').forEach(function (old) { old.remove(); });
    rows.forEach(function (row) {
      var numbers = values(row);
      if (!numbers.some(isNaN)) {
        mark(numbers, field(row, 'cover').value === 'PIXELATED');
      }
    });
  }

  function at(event) {
    var edges = box.getBoundingClientRect();
    return [(event.clientX - edges.left) / edges.width, (event.clientY - edges.top) / edges.height].map(function (share) {
      return Math.min(100, Math.max(0, share * 100));
    });
  }

  function between(a, b) {
    return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1])];
  }

  box.addEventListener('pointerdown', function (event) {
    event.preventDefault();
    box.setPointerCapture(event.pointerId);
    from = at(event);
    drawing = mark([from[0], from[1], 0, 0], false);
  });
  box.addEventListener('pointermove', function (event) {
    if (from) {
      place(drawing, between(from, at(event)));
    }
  });
  box.addEventListener('pointerup', function (event) {
    var numbers = from && between(from, at(event));
    from = null;
    var empty = rows.filter(function (row) { return field(row, 'left').value.trim() === ''; })[0];
    if (numbers && empty && numbers[2] > 0.5 && numbers[3] > 0.5) {
      ['left', 'top', 'width', 'height'].forEach(function (name, index) {
        var tenths = index < 2 ? Math.floor(numbers[index] * 10) : Math.ceil(numbers[index] * 10);
        field(empty, name).value = String(Math.min(tenths, index < 2 ? 1000 : 1000 - Math.floor(numbers[index - 2] * 10)) / 10);
      });
    }
    show();
  });
  box.addEventListener('pointercancel', function () {
    from = null;
    show();
  });
  rows.forEach(function (row) { row.addEventListener('input', show); });
  show();
})();
