// What an HTTP server answers: a stream of its body, with its head.
(function httpIncoming(exports, internal) {
  'use strict';
  const { Readable } = internal('stream').Stream;
  const { nextTick } = internal('loop');
  const { checkedTimeout } = internal('http_socket');
  // Headers of which the first counts (RFC 9110 lets them stand once), as Node.js has it.
  const single = new Set(['age', 'authorization', 'content-length', 'content-type', 'etag', 'expires', 'from', 'host', 'if-modified-since',
    'if-unmodified-since', 'last-modified', 'location', 'max-forwards', 'proxy-authorization', 'referer', 'retry-after', 'server', 'user-agent']);

  // A function and not a class, since old code calls IncomingMessage.call(this).
  function IncomingMessage(socket) {
    if (!(this instanceof IncomingMessage)) {
      return new IncomingMessage(socket);
    }
    Readable.call(this, socket ? { highWaterMark: socket.readableHighWaterMark } : undefined);
    Object.assign(this, {
      socket, httpVersionMajor: null, httpVersionMinor: null, httpVersion: null, complete: false, rawHeaders: [], rawTrailers: [],
      joinDuplicateHeaders: false, aborted: false, upgrade: null, url: '', method: null, statusCode: null, statusMessage: null, client: socket,
      _consuming: false, _dumped: false,
    });
  }
  Object.setPrototypeOf(IncomingMessage.prototype, Readable.prototype);
  Object.setPrototypeOf(IncomingMessage, Readable);

  function joined(raw, joinsAll) {
    const headers = {};
    for (let i = 0; i < raw.length; i += 2) {
      const name = raw[i].toLowerCase();
      const value = raw[i + 1];
      if (name === 'set-cookie') {
        headers[name] = [...headers[name] ?? [], value];
      } else if (!Object.hasOwn(headers, name)) {
        headers[name] = value;
      } else if (name === 'cookie') {
        headers[name] += `; ${value}`;
      } else if (joinsAll || !single.has(name)) {
        headers[name] += `, ${value}`;
      }
    }
    return headers;
  }

  function distinct(raw) {
    const headers = { __proto__: null };
    for (let i = 0; i < raw.length; i += 2) {
      const name = raw[i].toLowerCase();
      headers[name] = [...headers[name] ?? [], raw[i + 1]];
    }
    return headers;
  }

  // A property that is worked out when it is first asked for, and can be replaced.
  function lazily(name, compute) {
    const kept = Symbol(name);
    Object.defineProperty(IncomingMessage.prototype, name, {
      get() {
        this[kept] ??= compute(this);
        return this[kept];
      },
      set(value) {
        this[kept] = value;
      },
      enumerable: true,
      configurable: true,
    });
  }
  lazily('headers', (message) => joined(message.rawHeaders, message.joinDuplicateHeaders));
  lazily('headersDistinct', (message) => distinct(message.rawHeaders));
  lazily('trailers', (message) => joined(message.rawTrailers, message.joinDuplicateHeaders));
  lazily('trailersDistinct', (message) => distinct(message.rawTrailers));

  Object.defineProperty(IncomingMessage.prototype, 'connection', {
    get() {
      return this.socket;
    },
    set(value) {
      this.socket = value;
    },
    configurable: true,
  });

  IncomingMessage.prototype.setTimeout = function setTimeout(milliseconds, callback) {
    if (callback) {
      this.on('timeout', callback);
    }
    checkedTimeout(milliseconds, 'msecs');
    this.socket.setTimeout(milliseconds);
    return this;
  };

  IncomingMessage.prototype._read = function _read() {
    this._consuming = true;
    this.readBody?.();
  };

  IncomingMessage.prototype._destroy = function _destroy(error, callback) {
    if (!this.readableEnded || !this.complete) {
      this.aborted = true;
      this.emit('aborted');
    }
    // An error that nobody listens for is the request's matter.
    const done = (failed) => nextTick(() => callback(this.listenerCount('error') === 0 ? null : failed));
    if (this.socket && !this.socket.destroyed && this.aborted) {
      this.socket.once('error', () => {});
      this.socket.once('close', () => done(error));
      this.socket.destroy(error);
    } else {
      done(error);
    }
  };

  // Reads on to the end, for nobody.
  IncomingMessage.prototype._dump = function _dump() {
    if (!this._dumped) {
      this._dumped = true;
      this.removeAllListeners('data');
      this.resume();
    }
  };

  exports.IncomingMessage = IncomingMessage;
})
