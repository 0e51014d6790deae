// "Exit this page": clears the screen at once and replaces this page in the history by the neutral one at data-exit-url,
// which signs out. The link works without this file; three times Shift within 2 seconds does the same by keyboard. Words that
// were just typed go first: whoever keeps some adds a promise to event.detail of "md:leave", and is waited for, at most 0.3 s.
// Other pages of ours in this browser leave too, and so they do when somebody signs out in one of them.
(function () {
  'use strict';
  var MOST = 300;
  var link = document.querySelector('[data-exit-url]');
  if (!link) {
    return;
  }
  var presses = [];
  var left = false;
  var others = window.BroadcastChannel ? new BroadcastChannel('md:leave') : null;

  function leave(told) {
    if (left) {
      return;
    }
    left = true;
    document.documentElement.hidden = true;
    var waiting = [];
    document.dispatchEvent(new CustomEvent('md:leave', { detail: waiting }));
    if (others && told !== true) {
      others.postMessage('leave');
    }
    var go = function () { window.location.replace(link.getAttribute('data-exit-url')); };
    if (!waiting.length) {
      go();
      return;
    }
    Promise.race([
      Promise.all(waiting).catch(function () {}),
      new Promise(function (late) { setTimeout(late, MOST); })
    ]).then(go);
  }

  if (others) {
    others.addEventListener('message', function () { leave(true); });
  }
  document.addEventListener('submit', function (event) {
    if (others && /^sign-out/.test(event.target.id)) {
      others.postMessage('leave');
    }
  });
  link.addEventListener('click', function (event) {
    event.preventDefault();
    leave();
  });
  document.addEventListener('keyup', function (event) {
    if (event.key !== 'Shift') {
      presses = [];
      return;
    }
    var now = Date.now();
    presses = presses.filter(function (time) { return now - time < 2000; });
    presses.push(now);
    if (presses.length === 3) {
      leave();
    }
  });
})();
