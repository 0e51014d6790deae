// Uploads that go on where they stopped (tus 1.0 at /tus): window.mdUpload for the pages that pick or record a file.
//   open({story, scene, kind, length, onProgress, onState}) -> Promise(upload)      kind 'PICTURE' | 'RECORDING'; no length: finish() declares it
//   resume({url, onProgress, onState}) -> Promise(upload)                           rejects with {gone: true} when it is not there any more
//   file({story, scene, kind, file, onProgress, onState}) -> upload with .done      resumes when the same file is picked again
//   upload.last(blobs) -> Promise                                                   for a page that is left: what is not known to be kept, and these, up to
//                                                                                   60,000 bytes of it, in one request that outlives the page; the end of the upload here
//   upload.append(blob) -> Promise   upload.finish() -> Promise   upload.cancel() -> Promise   upload.url, upload.offset (bytes that are kept)
// onProgress(kept, length or null); onState('sending' | 'waiting' | 'out' | 'sent'). Blobs go out in order, in pieces of up to 8 MB. Without a
// signal it waits and tries again by itself, and so it does while nobody is signed in ('out'). Rejections are {what, next, retry, gone}: two sentences to show, or none for a fault of ours.
(function () {
  'use strict';
  var PIECE = 8000000;
  var LONGEST_PAUSE = 30000;
  var MOST_TRIES_OF_OUR_FAULT = 5;
  // What a request that outlives its page may carry, in bytes (Fetch standard: 64 KiB with its headers).
  var OUTLIVES = 60000;
  var HEADER = { 'Tus-Resumable': '1.0.0' };
  var here = document.currentScript ? document.currentScript.src : '';
  var base = here.indexOf('/jakarta.faces.resource/') < 0 ? '' : here.substring(0, here.indexOf('/jakarta.faces.resource/'));

  function headers(more) {
    return Object.assign({}, HEADER, more);
  }

  function request(method, url, more, body, stop) {
    return fetch(url, {
      method: method, headers: headers(more), body: body, credentials: 'same-origin', cache: 'no-store', redirect: 'manual', signal: stop
    }).then(function (answer) {
      if (answer.status === 401) {
        throw { out: true };
      }
      // A server that starts anew, or a proxy before it: as without a signal. Every answer of ours has that header.
      if (answer.status >= 502 && answer.status <= 504 || answer.status === 404 && !answer.headers.get('X-Robots-Tag')) {
        throw new TypeError('not there yet');
      }
      return answer;
    });
  }

  function no(answer) {
    return answer.json().catch(function () { return {}; }).then(function (words) {
      throw { what: words.what, next: words.next, retry: answer.status >= 500, gone: answer.status === 404 || answer.status === 410 };
    });
  }

  // Waits for that long, or until there is a signal again.
  function pause(millis) {
    return new Promise(function (go) {
      var timer = setTimeout(done, millis);
      function done() {
        clearTimeout(timer);
        window.removeEventListener('online', done);
        document.removeEventListener('visibilitychange', done);
        go();
      }
      window.addEventListener('online', done);
      document.addEventListener('visibilitychange', done);
    });
  }

  function Upload(url, options) {
    this.url = url;
    this.offset = 0;
    this.length = options.length === undefined ? null : options.length;
    this.onProgress = options.onProgress || function () {};
    this.onState = options.onState || function () {};
    this.held = [];
    this.heldFrom = 0;
    this.queue = Promise.resolve();
    this.cancelled = false;
    this.stop = new AbortController();
  }

  // Asks the server how far it is.
  Upload.prototype.ask = function () {
    var upload = this;
    return request('HEAD', upload.url, {}, undefined, upload.stop.signal).then(function (answer) {
      if (!answer.ok) {
        throw { gone: answer.status !== 500 && answer.status !== 503, retry: answer.status >= 500 };
      }
      upload.offset = Number(answer.headers.get('Upload-Offset'));
      upload.heldFrom = upload.held.length ? upload.heldFrom : upload.offset;
      var length = answer.headers.get('Upload-Length');
      upload.length = length === null ? upload.length : Number(length);
      upload.onProgress(upload.offset, upload.length);
      return upload;
    });
  };

  // Does it until it is done, waiting longer each time there is no signal; gives up on what cannot get better.
  Upload.prototype.persist = function (work) {
    var upload = this;
    var faults = 0;
    var wait = 1000;
    function again() {
      if (upload.cancelled) {
        return Promise.reject({ cancelled: true });
      }
      upload.onState('sending');
      return work().catch(function (failure) {
        var noSignal = failure instanceof TypeError || Boolean(failure.out);
        faults += noSignal ? 0 : 1;
        if (upload.cancelled || !noSignal && (!failure.retry || faults >= MOST_TRIES_OF_OUR_FAULT)) {
          throw failure;
        }
        upload.onState(failure.out ? 'out' : 'waiting');
        var paused = pause(wait);
        wait = Math.min(LONGEST_PAUSE, wait * 2);
        return paused.then(again);
      });
    }
    return again();
  };

  // Sends the bytes from the offset on; when the server stands elsewhere (a request whose answer was lost), asks and goes on.
  Upload.prototype.send = function (blob, begin) {
    var upload = this;
    var asked = false;
    function ahead() {
      return asked ? upload.ask() : Promise.resolve();
    }
    function step() {
      return ahead().then(function () {
        asked = true;
        var from = upload.offset - begin;
        if (from < 0 || from > blob.size) {
          throw { retry: false };
        }
        if (from === blob.size) {
          return upload;
        }
        var piece = blob.slice(from, Math.min(blob.size, from + PIECE));
        return request('PATCH', upload.url, {
          'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': String(upload.offset)
        }, piece, upload.stop.signal).then(function (answer) {
          if (answer.status === 409 || answer.status >= 500) {
            throw { retry: true };
          }
          if (answer.status !== 204) {
            return no(answer);
          }
          asked = false;
          upload.offset = Number(answer.headers.get('Upload-Offset'));
          upload.onProgress(upload.offset, upload.length);
          return step();
        });
      });
    }
    return upload.persist(step);
  };

  Upload.prototype.append = function (blob) {
    var upload = this;
    upload.held.push(blob);
    var sent = upload.queue.then(function () {
      if (upload.failed) {
        throw upload.failed;
      }
      return upload.send(blob, upload.offset);
    }).then(function () {
      upload.held.shift();
      upload.heldFrom += blob.size;
      return upload;
    });
    upload.queue = sent.catch(function (failure) {
      upload.failed = upload.failed || failure;
    });
    return sent;
  };

  Upload.prototype.finish = function () {
    var upload = this;
    return upload.queue.then(function () {
      if (upload.failed) {
        throw upload.failed;
      }
      return upload.persist(function () {
        return request('PATCH', upload.url, {
          'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': String(upload.offset),
          'Upload-Length': String(upload.offset)
        }, undefined, upload.stop.signal).then(function (answer) {
          return answer.status === 204 ? upload : no(answer);
        });
      });
    }).then(function () {
      upload.onState('sent');
      return upload;
    });
  };

  // The server leaves out what it has: the answers to what was sent before are not heard any more.
  Upload.prototype.last = function (blobs) {
    var rest = new Blob(this.held.concat(blobs)).slice(this.offset - this.heldFrom);
    this.cancelled = true;
    this.stop.abort();
    if (!rest.size) {
      return Promise.resolve();
    }
    return fetch(this.url, {
      method: 'PATCH', keepalive: true, credentials: 'same-origin', cache: 'no-store', redirect: 'manual',
      headers: { 'X-My-Direction': 'last', 'Upload-Offset': String(this.offset), 'Content-Type': 'application/offset+octet-stream' },
      body: rest.slice(0, OUTLIVES)
    });
  };

  Upload.prototype.cancel = function () {
    this.cancelled = true;
    this.stop.abort();
    return request('DELETE', this.url, {}).catch(function () {});
  };

  function open(options) {
    var about = ['story', 'scene', 'kind'].map(function (name) { return name + ' ' + btoa(options[name]); }).join(',');
    var more = { 'Upload-Metadata': about };
    if (options.length === undefined) {
      more['Upload-Defer-Length'] = '1';
    } else {
      more['Upload-Length'] = String(options.length);
    }
    return request('POST', base + '/tus', more).then(function (answer) {
      return answer.status === 201 ? new Upload(new URL(answer.headers.get('Location'), window.location.href).pathname, options) : no(answer);
    });
  }

  function resume(options) {
    return new Upload(options.url, options).ask();
  }

  // What was begun for a scene, so that the same file picked again goes on: opaque ids, sizes and times, no name.
  function remembered(key) {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch (none) {
      return null;
    }
  }

  function remember(key, value) {
    try {
      if (value) {
        localStorage.setItem(key, JSON.stringify(value));
      } else {
        localStorage.removeItem(key);
      }
    } catch (full) {
      // without it an upload goes on only until the page is left
    }
  }

  function file(options) {
    var key = 'upload ' + options.story + '/' + options.scene;
    var mark = options.file.size + ' ' + options.file.lastModified;
    var handle = { upload: null, cancelled: false };
    var before = remembered(key);

    function begin() {
      remember(key, null);
      return open(Object.assign({ length: options.file.size }, options));
    }

    // The first request, too, waits for a signal.
    function started(work) {
      return Upload.prototype.persist.call({
        get cancelled() { return handle.cancelled; }, onState: options.onState || function () {}
      }, work);
    }

    handle.done = started(function () {
      return before && before.mark === mark
        ? resume(Object.assign({ url: before.url, length: options.file.size }, options)).catch(function (failure) {
          if (!failure.gone) {
            throw failure;
          }
          return begin();
        })
        : begin();
    }).then(function (upload) {
      handle.upload = upload;
      remember(key, { url: upload.url, mark: mark });
      return upload.send(options.file, 0);
    }).then(function (upload) {
      return upload.finish();
    }).then(function (upload) {
      remember(key, null);
      return upload;
    }, function (failure) {
      if (failure.what || failure.gone) {
        remember(key, null);
      }
      throw failure;
    });

    handle.cancel = function () {
      handle.cancelled = true;
      remember(key, null);
      return handle.upload ? handle.upload.cancel() : Promise.resolve();
    };
    return handle;
  }

  window.mdUpload = { open: open, resume: resume, file: file };
})();
