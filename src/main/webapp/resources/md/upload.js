// Sends the file of a [data-upload] (md:upload) by PUT to data-upload-url, with a bar that can be stopped. Nothing but the bytes
// and their type is sent, not the name. 201 {"next":"/…"} goes there; a refusal {"what":"…","next":"…"} is shown where the file
// was picked; a lost signal offers to try again. The file stays picked, so that nothing is lost. Without this file the form posts.
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

    function answer(body) {
      try {
        return JSON.parse(body) || {};
      } catch (notJson) {
        return {};
      }
    }

    function moved(event) {
      if (!event.lengthComputable) {
        return;
      }
      var percent = Math.floor(event.loaded * 100 / event.total);
      bar.value = percent;
      if (percent === 100 || percent >= said + 10) {
        said = percent;
        words.textContent = percent === 100 ? text('sent') : text('sending').replace('{0}', percent);
      }
    }

    function ended(sent) {
      if (sent.status === 201) {
        document.dispatchEvent(new Event('md:leave'));
        window.location.assign(answer(sent.responseText).next || window.location.href);
      } else if (sent.status === 0) {
        refuse(text('lost'), true);
      } else if (sent.status >= 400 && sent.status < 500) {
        var no = answer(sent.responseText);
        refuse(no.what ? no.what + ' ' + (no.next || '') : text('fault'), !no.what);
      } else {
        refuse(text('fault'), true);
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
        var sent = request = new XMLHttpRequest();
        sent.open('PUT', box.getAttribute('data-upload-url'));
        sent.setRequestHeader('X-My-Direction', 'upload');
        sent.setRequestHeader('Content-Type', file.type || 'application/octet-stream');
        sent.upload.addEventListener('progress', moved);
        sent.addEventListener('load', function () { ended(sent); });
        sent.addEventListener('error', function () { refuse(text('lost'), true); });
        sent.addEventListener('abort', function () { busy(false); input.focus(); });
        sent.send(file);
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
        request.abort();
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
