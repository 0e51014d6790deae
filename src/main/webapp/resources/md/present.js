// The screen of a presentation. Each second it asks [data-look-url] whether what is on it may stay: any other answer than STAY,
// or two failures in a row, empties it at once. Back and Next change the stage in place, so that a full screen stays full.
(function () {
  'use strict';
  var EACH = 1000;
  var PATIENCE = 1000;
  var failures = 0;
  var doubted = false;
  var over = false;
  var turn = 0;
  var timer;
  var wanted = window.location.href;

  function stage() {
    return document.getElementById('stage');
  }

  function silence(root) {
    root.querySelectorAll('audio,video,img').forEach(function (media) {
      if (media.pause) {
        media.pause();
      }
      media.removeAttribute('src');
      if (media.load) {
        media.load();
      }
      media.remove();
    });
  }

  function clear(words) {
    var ground = stage();
    if (ground.getAttribute('data-cleared') === words) {
      return;
    }
    silence(ground);
    var sentence = document.createElement('p');
    sentence.className = 'neutral';
    sentence.textContent = words;
    ground.replaceChildren(sentence);
    ground.setAttribute('data-cleared', words);
  }

  function end(words) {
    over = true;
    clear(words);
    document.querySelectorAll('.controls > :not(#after)').forEach(function (control) {
      control.remove();
    });
    document.getElementById('after').hidden = false;
  }

  function hear(look) {
    failures = 0;
    if (look === 'OVER') {
      end(stage().getAttribute('data-neutral-over'));
    } else if (look !== 'STAY') {
      clear(stage().getAttribute('data-neutral'));
    } else if (doubted) {
      doubted = false;
      go(wanted);
    }
  }

  function doubt() {
    doubted = true;
    clear(stage().getAttribute('data-neutral'));
  }

  function get(url, patience) {
    var abort = new AbortController();
    var late = setTimeout(function () { abort.abort(); }, patience);
    return fetch(url, {cache: 'no-store', redirect: 'follow', signal: abort.signal}).then(function (answer) {
      return answer.text().then(function (text) {
        return {ok: answer.ok, status: answer.status, url: answer.url, redirected: answer.redirected, text: text};
      });
    }).finally(function () { clearTimeout(late); });
  }

  function look() {
    clearTimeout(timer);
    if (over) {
      return;
    }
    var asked = turn;
    get(stage().getAttribute('data-look-url'), PATIENCE).then(function (answer) {
      if (asked !== turn) {
        return;
      }
      if (answer.status === 401) {
        end(stage().getAttribute('data-signed-out'));
      } else if (!answer.ok || answer.redirected) {
        hear('CLEAR');
      } else {
        hear(JSON.parse(answer.text).look);
      }
    }).catch(function () {
      failures++;
      if (asked === turn && failures >= 2) {
        doubt();
      }
    }).finally(function () {
      clearTimeout(timer);
      timer = setTimeout(look, EACH);
    });
  }

  function put(answer) {
    var page = new DOMParser().parseFromString(answer.text, 'text/html');
    if (!answer.ok || !page.getElementById('stage')) {
      window.location.href = answer.url;
      return;
    }
    var focus = document.activeElement && document.activeElement.id;
    silence(stage());
    ['where', 'stop-form', 'stage'].forEach(function (id) {
      document.getElementById(id).replaceWith(document.importNode(page.getElementById(id), true));
    });
    var controls = document.querySelector('.controls');
    controls.replaceChildren.apply(controls, Array.prototype.map.call(page.querySelector('.controls').childNodes, function (node) {
      return document.importNode(node, true);
    }));
    document.dispatchEvent(new Event('md:stage'));
    window.history.replaceState(null, '', answer.url);
    var again = focus && (document.getElementById(focus) || (focus === 'begin' && document.getElementById('next')));
    (again || document.getElementById('main')).focus({preventScroll: true});
    failures = 0;
    doubted = false;
    look();
  }

  function go(href) {
    var mine = ++turn;
    wanted = href;
    get(href, 8000).then(function (answer) {
      if (mine === turn) {
        put(answer);
      }
    }).catch(function () {
      if (mine === turn) {
        doubt();
      }
    });
  }

  document.addEventListener('click', function (event) {
    var link = event.target.closest && event.target.closest('#begin,#back,#next');
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) {
      event.preventDefault();
      go(link.href);
    }
  });

  // A clicker may send a space while a link has the focus: the browser would only scroll.
  document.addEventListener('keydown', function (event) {
    if (event.key === ' ' && event.target.matches && event.target.matches('.controls a')) {
      event.preventDefault();
      event.target.click();
    }
  });

  var full = document.getElementById('full-screen');
  if (full && document.fullscreenEnabled) {
    full.hidden = false;
    full.addEventListener('click', function () {
      if (document.fullscreenElement) {
        document.exitFullscreen();
      } else {
        document.documentElement.requestFullscreen();
      }
    });
    document.addEventListener('fullscreenchange', function () {
      var other = full.getAttribute('data-other');
      full.setAttribute('data-other', full.textContent);
      full.textContent = other;
    });
  }

  // Told that something was taken back, it asks at once and not only with the next second.
  var push = stage().getAttribute('data-push-url');
  if (push && window.EventSource) {
    new EventSource(push).onmessage = look;
  }

  document.addEventListener('visibilitychange', function () {
    if (document.visibilityState === 'visible') {
      look();
    }
  });

  look();
})();
