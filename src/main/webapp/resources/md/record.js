// Records a voice in a [data-recorder] (WEB-INF/story/recorder.xhtml), needs tus.js. Steps are the [data-step] in it: "ask"
// (what staff must act on, until it is agreed to), "start", "on", "listen", "sending", "before" (a recording that a reload or a
// lost page cut short: the server says in data-before that there is one). What is said goes to the server each 2 seconds, and
// nothing of it is kept in the browser. Leaving sends the last of it by a request that outlives the page. "Keep" ends the upload;
// "again" deletes it. A call, another app or a pulled plug takes the microphone away: the recording pauses, says that what was said is
// kept, and goes on with a new microphone in the same recording. The words are those of data-text-*.
(function () {
  'use strict';
  var PIECE = 2000;
  var QUIET = 6000;
  var LOUD = 0.015;
  var WARN = 60;
  // A microphone that is muted for longer than this, in milliseconds, was taken away.
  var AWAY = 700;

  document.querySelectorAll('[data-recorder]').forEach(function (box) {
    var story = box.getAttribute('data-story');
    var scene = box.getAttribute('data-scene');
    var kind = box.getAttribute('data-kind');
    var next = box.getAttribute('data-next');
    var most = Number(box.getAttribute('data-most-seconds'));
    var clock = box.querySelector('[data-clock]');
    var left = box.querySelector('[data-left]');
    var tag = box.querySelector('[data-tag]');
    var bars = box.querySelectorAll('[data-level] i');
    var trouble = box.querySelector('[data-trouble]');
    var signal = box.querySelector('[data-signal]');
    var player = box.querySelector('[data-step=listen] audio');
    var picker = document.getElementById('again');
    var asked = document.getElementById('asked');
    var recorder = null;
    var upload = null;
    var opening = null;
    var stream = null;
    var sound = null;
    var mixed = null;
    var asking = false;
    var broken = false;
    var pieces = [];
    var seconds = 0;
    var told = 0;
    var mutedSince = 0;
    var heard = 0;
    var ticking = null;
    var ended = false;
    var leaving = false;

    function text(name) {
      return box.getAttribute('data-text-' + name) || '';
    }

    function step(name) {
      box.querySelectorAll('[data-step]').forEach(function (part) {
        part.hidden = part.getAttribute('data-step') !== name;
      });
      if (asked) {
        asked.hidden = name === 'ask';
      }
      var first = box.querySelector('[data-step="' + name + '"] .btn');
      if (first && name !== 'ask' && box.getAttribute('data-begun')) {
        first.focus();
      }
      box.setAttribute('data-begun', 'yes');
    }

    function say(sentence) {
      trouble.textContent = sentence;
      trouble.hidden = !sentence;
    }

    // No microphone: the sentence, and the way to pick a file.
    function give(sentence) {
      say(sentence);
      if (picker) {
        picker.open = true;
      }
    }

    function show() {
      var whole = Math.floor(seconds);
      clock.textContent = Math.floor(whole / 60) + ':' + String(whole % 60).padStart(2, '0');
      var rest = most - whole;
      left.textContent = rest <= WARN ? text('soon') : '';
      if (rest <= 0) {
        stop();
      }
    }

    function level() {
      if (!recorder || !sound) {
        return;
      }
      var wave = new Uint8Array(sound.fftSize);
      sound.getByteTimeDomainData(wave);
      var sum = 0;
      for (var i = 0; i < wave.length; i++) {
        sum += Math.pow((wave[i] - 128) / 128, 2);
      }
      var loud = Math.sqrt(sum / wave.length);
      var lit = recorder.state === 'recording' ? Math.min(bars.length, Math.round(Math.sqrt(loud) * bars.length * 1.6)) : 0;
      bars.forEach(function (bar, number) { bar.classList.toggle('lit', number < lit); });
      if (recorder.state === 'recording') {
        heard = loud > LOUD ? Date.now() : heard;
        var silent = Date.now() - heard > QUIET;
        if (silent && trouble.hidden) {
          say(text('silent'));
        } else if (!silent && trouble.textContent === text('silent')) {
          say('');
        }
      }
    }

    // By a clock that nobody can put forward or back. A page in the background has slow timers, so each piece counts, too.
    function count() {
      var now = performance.now();
      if (recorder && recorder.state === 'recording') {
        seconds += (now - told) / 1000;
        show();
      }
      told = now;
    }

    function tick() {
      count();
      level();
      listenFor();
    }

    // Whether somebody took the microphone away: not every browser tells it by an event.
    function listenFor() {
      var track = stream && stream.getTracks()[0];
      if (!track || !recorder || recorder.state !== 'recording') {
        return;
      }
      mutedSince = track.muted ? mutedSince || performance.now() : 0;
      if (track.readyState === 'ended' || mixed && sound.context.state !== 'running' || mutedSince && performance.now() - mutedSince > AWAY) {
        interrupted();
      }
    }

    function interrupted() {
      if (!mixed) {
        stop();
      } else if (recorder && recorder.state === 'recording') {
        pause(true);
      } else {
        return;
      }
      say(text('interrupted'));
    }

    function onState(state) {
      signal.textContent = state === 'waiting' || state === 'out' ? text(state) : '';
      box.querySelector('[data-out]').hidden = state !== 'out';
    }

    // The upload is opened once; while there is no signal it is tried again, and the pieces wait in memory.
    function begin() {
      return mdUpload.open({ story: story, scene: scene, kind: kind, onState: onState }).then(function (opened) {
        upload = opened;
        onState('sending');
        return opened;
      }, function (failure) {
        if (failure instanceof TypeError || failure.out) {
          onState(failure.out ? 'out' : 'waiting');
          return new Promise(function (go) { setTimeout(go, 2000); }).then(begin);
        }
        throw failure;
      });
    }

    function piece(event) {
      if (!event.data || !event.data.size) {
        return;
      }
      pieces.push(event.data);
      count();
      if (leaving) {
        return;
      }
      opening.then(function (opened) {
        return opened.append(event.data);
      }).catch(fail);
    }

    function fail(failure) {
      if (leaving || failure && failure.cancelled) {
        return;
      }
      broken = true;
      say(failure && failure.what ? failure.what + ' ' + (failure.next || '') : text('fault'));
    }

    // All of it is still here: it is sent anew.
    function sendAnew() {
      broken = false;
      opening = begin();
      opening.then(function (opened) {
        pieces.forEach(function (part) { opened.append(part).catch(function () {}); });
      }).catch(fail);
    }

    function release() {
      clearInterval(ticking);
      if (stream) {
        stream.getTracks().forEach(function (track) { track.stop(); });
        stream = null;
      }
      if (sound) {
        sound.context.close();
        sound = null;
      }
      mixed = null;
    }

    function unheard(problem) {
      var name = problem && problem.name;
      return name === 'NotAllowedError' || name === 'SecurityError' ? text('refused')
        : name === 'NotReadableError' || name === 'AbortError' ? text('busy') : text('missing');
    }

    function refused(problem) {
      asking = false;
      release();
      step('start');
      give(unheard(problem));
    }

    // The same microphone again, or a new one, into what is recorded.
    function listenTo() {
      return navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: true, noiseSuppression: true } }).then(function (given) {
        if (stream) {
          stream.getTracks().forEach(function (track) { track.stop(); });
        }
        stream = given;
        mutedSince = 0;
        var voice = sound.context.createMediaStreamSource(stream);
        voice.connect(sound);
        if (mixed) {
          voice.connect(mixed);
        }
        stream.getTracks()[0].addEventListener('ended', interrupted);
      });
    }

    // A second tap, while the phone still asks whether it may, begins no second recording.
    function start() {
      if (asking) {
        return;
      }
      asking = true;
      say('');
      // Begun by the press itself: some browsers let nothing sound later. Where it does not run, the microphone is recorded as it is.
      var context = new (window.AudioContext || window.webkitAudioContext)();
      sound = context.createAnalyser();
      mixed = context.createMediaStreamDestination();
      listenTo().then(function () {
        asking = false;
        if (context.state !== 'running') {
          mixed = null;
        }
        var type = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'].find(function (known) {
          return MediaRecorder.isTypeSupported(known);
        });
        recorder = new MediaRecorder(mixed ? mixed.stream : stream, type ? { mimeType: type, audioBitsPerSecond: 48000 } : {});
        pieces = [];
        seconds = 0;
        told = performance.now();
        ended = false;
        broken = false;
        heard = Date.now();
        opening = begin();
        opening.catch(fail);
        recorder.addEventListener('dataavailable', piece);
        recorder.addEventListener('stop', stopped);
        recorder.start(PIECE);
        ticking = setInterval(tick, 100);
        showPaused(false);
        show();
        step('on');
      }).catch(refused);
    }

    function showPaused(on) {
      box.querySelector('[data-pause]').hidden = on;
      box.querySelector('[data-go-on]').hidden = !on;
      tag.textContent = on ? text('paused') : text('on');
    }

    function pause(on) {
      if (!recorder || recorder.state === 'inactive' || (recorder.state === 'paused') === on) {
        return;
      }
      if (on) {
        count();
        recorder.requestData();
        recorder.pause();
      } else {
        heard = Date.now();
        told = performance.now();
        recorder.resume();
      }
      showPaused(on);
      (on ? box.querySelector('[data-go-on]') : box.querySelector('[data-pause]')).focus();
    }

    // Where the microphone was taken away, it is asked for again; what was said stays, whatever comes of that.
    function goOn() {
      if (asking) {
        return;
      }
      asking = true;
      var track = stream.getTracks()[0];
      var back = mixed && (track.readyState === 'ended' || track.muted || sound.context.state !== 'running');
      say('');
      (back ? sound.context.resume().then(listenTo) : Promise.resolve()).then(function () {
        asking = false;
        pause(false);
      }, function (problem) {
        asking = false;
        say(unheard(problem));
      });
    }

    function stop() {
      if (recorder && recorder.state !== 'inactive') {
        recorder.stop();
      }
    }

    function stopped() {
      if (leaving) {
        return;
      }
      ended = true;
      release();
      player.src = URL.createObjectURL(new Blob(pieces, { type: recorder.mimeType }));
      step('listen');
    }

    function again() {
      var gone = upload;
      player.removeAttribute('src');
      pieces = [];
      upload = null;
      recorder = null;
      step('start');
      if (gone) {
        gone.cancel();
      }
      start();
    }

    function keep(ready) {
      step('sending');
      say('');
      ready.then(function (opened) {
        return opened.finish();
      }).then(function () {
        recorder = null;
        upload = null;
        document.dispatchEvent(new Event('md:leave'));
        window.location.assign(next);
      }).catch(function (failure) {
        fail(failure);
        step(pieces.length ? 'listen' : 'before');
      });
    }

    function onClick(name, action) {
      box.querySelectorAll('[data-' + name + ']').forEach(function (button) { button.addEventListener('click', action); });
    }

    onClick('agree', function () { step('start'); });
    onClick('start', start);
    onClick('pause', function () { pause(true); });
    onClick('go-on', goOn);
    onClick('stop', stop);
    onClick('again', again);
    onClick('keep', function () {
      if (broken) {
        sendAnew();
      }
      keep(opening);
    });
    onClick('keep-before', function () { keep(upload.ask()); });
    onClick('drop-before', function () {
      var gone = upload;
      upload = null;
      step('ask');
      gone.cancel();
    });

    window.addEventListener('beforeunload', function (event) {
      if (recorder && !leaving && (!ended || recorder.state !== 'inactive')) {
        event.preventDefault();
        event.returnValue = '';
      }
    });
    // Leaving fast: the microphone goes off at once, no question is asked, and what was said up to now is sent off.
    function leave(event) {
      if (leaving) {
        return;
      }
      leaving = true;
      ended = true;
      var was = recorder;
      var from = pieces.length;
      var last = was && was.state !== 'inactive'
        ? new Promise(function (flushed) {
          was.addEventListener('stop', flushed);
          was.stop();
        })
        : Promise.resolve();
      release();
      last = last.then(function () {
        return opening;
      }).then(function () {
        return upload ? upload.last(pieces.slice(from)) : null;
      });
      if (event.detail) {
        event.detail.push(last);
      }
      last.catch(function () {});
    }
    document.addEventListener('md:leave', leave);
    window.addEventListener('pagehide', function () {
      if (upload && !leaving) {
        upload.last([]).catch(function () {});
      }
    });
    // Another app comes to the front, and this page may never come back: what was said is sent now.
    document.addEventListener('visibilitychange', function () {
      if (document.visibilityState === 'hidden' && recorder && recorder.state !== 'inactive') {
        recorder.requestData();
      }
    });

    box.hidden = false;
    if (!window.isSecureContext) {
      give(text('insecure'));
      step('none');
    } else if (!navigator.mediaDevices || !window.MediaRecorder) {
      give(text('old'));
      step('none');
    } else {
      step('ask');
    }
    var before = box.getAttribute('data-before');
    if (before) {
      mdUpload.resume({ url: before, onState: onState }).then(function (found) {
        upload = found;
        if (box.closest('details')) {
          box.closest('details').open = true;
        }
        step('before');
      }).catch(function () {
        // it is gone meanwhile: there is nothing to keep
      });
    }
  });
})();
