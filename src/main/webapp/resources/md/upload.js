// Sends the file of a [data-upload] (md:upload) by tus.js, with a bar that can be stopped. Nothing but the bytes is sent, not the
// name. A lost signal is waited for; the same file picked again goes on where it stopped. A refusal is shown where the file was
// picked, and the file stays picked, so that nothing is lost. Without this file the form posts.
(function () {
  'use strict';
  document.querySelectorAll('[data-upload]').forEach(function (box) {
    var form = box.closest('form');
    var input = box.querySelector('input[type=file]');
    var progress = box.querySelector('[data-upload-progress]');
    var bar = progress.querySelector('progress');
    var words = progress.querySelector('[role=status]');
    var trouble = box.querySelector('[data-upload-error]');
    var again = box.querySelector('[data-upload-again]');
    var most = Number(box.getAttribute('data-max-bytes'));
    var request = null;
    var said = -1;

    function text(name) {
      return box.getAttribute('data-text-' + name);
    }

    function busy(on) {
      progress.hidden = !on;
      form.querySelectorAll('[type=submit]').forEach(function (button) { button.disabled = on; });
      input.disabled = on;
      if (!on) {
        request = null;
      }
    }

    function refuse(sentence, retry) {
      busy(false);
      trouble.hidden = false;
      trouble.querySelector('p').textContent = sentence;
      again.hidden = !retry;
      (retry ? again : input).focus();
    }

    function moved(kept, length) {
      var percent = Math.floor(kept * 100 / length);
      bar.value = percent;
      if (percent === 100 || percent >= said + 10) {
        said = percent;
        words.textContent = percent === 100 ? text('sent') : text('sending').replace('{0}', percent);
      }
    }

    function state(now) {
      if (now === 'waiting' || now === 'out') {
        said = -1;
        words.textContent = text(now);
      }
    }

    function ended() {
      document.dispatchEvent(new Event('md:leave'));
      window.location.assign(window.location.pathname + '?story=' + box.getAttribute('data-story') + '&scene=' + box.getAttribute('data-scene'));
    }

    function failed(failure) {
      if (request) {
        refuse(failure.what ? failure.what + ' ' + (failure.next || '') : text('fault'), !failure.what);
      }
    }

    function send() {
      var file = input.files[0];
      if (request) {
        return;
      }
      trouble.hidden = true;
      if (!file) {
        refuse(text('none'), false);
      } else if (file.size === 0) {
        refuse(text('empty'), false);
      } else if (most && file.size > most) {
        refuse(text('too-big'), false);
      } else {
        said = -1;
        bar.value = 0;
        words.textContent = text('sending').replace('{0}', 0);
        request = window.mdUpload.file({
          story: box.getAttribute('data-story'), scene: box.getAttribute('data-scene'), kind: box.getAttribute('data-kind'),
          file: file, onProgress: moved, onState: state
        });
        request.done.then(ended, failed);
        busy(true);
      }
    }

    form.addEventListener('submit', function (event) {
      event.preventDefault();
      send();
    });
    again.addEventListener('click', send);
    progress.querySelector('[data-upload-cancel]').addEventListener('click', function () {
      if (request) {
        request.cancel();
        busy(false);
        input.focus();
      }
    });
    input.addEventListener('change', function () { trouble.hidden = true; });

    ['dragenter', 'dragover'].forEach(function (name) {
      box.addEventListener(name, function (event) {
        event.preventDefault();
        box.classList.add('over');
      });
    });
    ['dragleave', 'drop'].forEach(function (name) {
      box.addEventListener(name, function () { box.classList.remove('over'); });
    });
    box.addEventListener('drop', function (event) {
      event.preventDefault();
      if (!request && event.dataTransfer.files.length) {
        input.files = event.dataTransfer.files;
        trouble.hidden = true;
      }
    });
  });
})();
