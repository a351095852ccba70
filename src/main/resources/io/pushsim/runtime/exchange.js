// One HTTP request that the host makes, and what comes of it: what http, https and fetch are made of.
(function exchange(exports, internal, host) {
  'use strict';
  const { httpBegin, httpWrite, httpEnd, httpRead, httpAbort, httpPart } = host;
  const { guarded, runTicks, context } = internal('loop');
  // By plain index: a handler may have replaced the methods of arrays and maps.
  const listeners = Object.create(null);

  function failure(code, message) {
    const error = new Error(message);
    error.code = code;
    return error;
  }

  // Begins a request. The head: { secure, host, port, method, target, headers }, of which headers are names and values in
  // turn. The listener's methods are each called from the event loop: connected(), continued(), drain(), response(status, message, headers),
  // data(buffer), end(), error(error); the last two once, and nothing after them.
  exports.begin = ({ secure, host: name, port, method, target, headers }, listener) => {
    let lines = '';
    for (let i = 0; i < headers.length; i++) {
      lines += `${headers[i]}\n`;
    }
    const id = httpBegin(secure, name, port, method, target, lines);
    if (id === null) {
      throw failure('EMFILE', 'too many requests are under way: 1024 files may be open in a process');
    }
    listeners[id] = { listener, context: context() };
    return {
      // Sends a part of the body; answers whether there is room for more, else drain() tells when there is.
      write: (bytes) => httpWrite(id, bytes.buffer, bytes.byteOffset, bytes.byteLength),
      end: () => httpEnd(id),
      // Asks for the next part of the answer's body: data() or end() comes.
      read: () => httpRead(id),
      // Nothing of it comes any more.
      abort: () => {
        delete listeners[id];
        httpAbort(id);
      },
    };
  };

  function tell(listener, kind, number, first, second) {
    if (kind === 'data') {
      const { Buffer } = internal('buffer');
      const bytes = Buffer.alloc(number);
      httpPart(bytes.buffer, bytes.byteOffset);
      listener.data(bytes);
    } else if (kind === 'response') {
      const headers = second.split('\n');
      headers.pop();
      listener.response(number, first, headers);
    } else if (kind === 'error') {
      listener.error(failure(first, second));
    } else {
      listener[kind]();
    }
  }

  // What the host calls.
  exports.exchanged = (id, kind, number, first, second) => {
    const found = listeners[id];
    if (found === undefined) {
      return;
    }
    if (kind === 'end' || kind === 'error') {
      delete listeners[id];
    }
    guarded(tell, undefined, [found.listener, kind, number, first, second], found.context);
    runTicks();
  };
})
