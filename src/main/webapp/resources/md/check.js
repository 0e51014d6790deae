// A check that stays on the phone: [data-check] holds questions ([data-ask]) and results ([data-result="ok"] and "pause").
// One question is seen at a time (buttons that are hidden without this file are there); an answer ([data-answer]) leads to the next, and in the end to "pause" when one of them
// was that. Nothing is sent or kept. Without this file all questions and both results stand on the page.
(function () {
  'use strict';
  document.querySelectorAll('[data-check]').forEach(function (check) {
    var asks = Array.prototype.slice.call(check.querySelectorAll('[data-ask]'));
    var results = Array.prototype.slice.call(check.querySelectorAll('[data-result]'));
    var back = check.querySelector('[data-step-back]');
    var answers = [];
    check.querySelectorAll('[data-answer][hidden]').forEach(function (button) { button.hidden = false; });

    function show(first) {
      var at = answers.length;
      var outcome = answers.indexOf('pause') >= 0 ? 'pause' : 'ok';
      asks.forEach(function (ask, number) { ask.hidden = number !== at; });
      results.forEach(function (result) {
        result.hidden = at < asks.length || result.getAttribute('data-result') !== outcome;
      });
      back.hidden = at === 0;
      if (!first) {
        check.querySelector('section:not([hidden]) h2').focus();
      }
    }

    check.addEventListener('click', function (event) {
      var answer = event.target.closest('[data-answer]');
      if (answer) {
        answers.push(answer.getAttribute('data-answer'));
        show();
      } else if (event.target.closest('[data-step-back]')) {
        answers.pop();
        show();
      }
    });
    show(true);
  });
})();
