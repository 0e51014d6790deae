// Single keys for the desk and the presenter: an element with data-key="a" (or "ArrowRight PageDown") is clicked by that key
// while the focus is in no field and no modifier is held. Space and Enter stay with whatever has the focus.
(function () {
  'use strict';
  document.addEventListener('keydown', function (event) {
    if (event.defaultPrevented || event.repeat || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    var focus = event.target;
    if (focus.closest && focus.closest('input:not([type=checkbox]):not([type=radio]),select,textarea,audio,video,[contenteditable]')) {
      return;
    }
    if ((event.key === ' ' || event.key === 'Enter') && focus.closest && focus.closest('a,button,summary,input')) {
      return;
    }
    if (event.key.indexOf('Arrow') === 0 && focus.closest && focus.closest('input[type=radio]')) {
      return;
    }
    var wanted = event.key === ' ' ? 'space' : event.key.toLowerCase();
    var hit = Array.prototype.find.call(document.querySelectorAll('[data-key]'), function (element) {
      return !element.disabled && element.getAttribute('data-key').toLowerCase().split(/\s+/).indexOf(wanted) >= 0;
    });
    if (hit) {
      event.preventDefault();
      hit.click();
    }
  });
})();
