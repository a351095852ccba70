// ClientRequest: a request of http or https, from its options to its end.
(function httpClient(exports, internal) {
  'use strict';
  const { coded, invalidArgument, notSimulated } = internal('errors');
  const { optionsOf, checkedHost, agentOf, checkedProtocol, checkedPath, checkedMethod, checkSimulated, hostHeader } = internal('http_options');
  const { nextTick } = internal('loop');
  const { OutgoingMessage, sendTo, drained } = internal('http_outgoing');
  const { IncomingMessage } = internal('http_incoming');
  const { Socket, checkedTimeout } = internal('http_socket');
  const { begin } = internal('exchange');
  const agents = internal('http_agent');
  const withoutBodies = new Set(['GET', 'HEAD', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT']);

  function hangUp(message = 'socket hang up') {
    const error = new Error(message);
    error.code = 'ECONNRESET';
    return error;
  }

  // A function and not a class, as Node.js has it.
  function ClientRequest(input, given, then) {
    OutgoingMessage.call(this);
    const callback = typeof given === 'function' ? given : then;
    const options = optionsOf(input, given);
    const standard = options._defaultAgent || agents.globalAgent;
    this.agent = agentOf(options, standard);
    const path = checkedPath(options.path);
    this.protocol = checkedProtocol(options, this.agent, standard);
    checkSimulated(options);
    const defaultPort = options.defaultPort || this.agent?.defaultPort;
    options.port = options.port || defaultPort || 80;
    options.host = checkedHost(options.hostname, 'hostname') || checkedHost(options.host, 'host') || 'localhost';
    this.method = checkedMethod(options.method);
    this.path = path;
    Object.assign(this, {
      _ended: false, res: null, aborted: false, timeoutCb: null, upgradeOrConnect: false, parser: null, maxHeadersCount: null, reusedSocket: false,
      host: options.host, port: options.port, socketPath: undefined, maxHeaderSize: options.maxHeaderSize, insecureHTTPParser: undefined,
      joinDuplicateHeaders: options.joinDuplicateHeaders,
    });
    Object.defineProperty(this, 'port', { enumerable: false });
    if (options.timeout !== undefined) {
      this.timeout = checkedTimeout(options.timeout, 'timeout');
    }
    if (Array.isArray(options.uniqueHeaders)) {
      this.uniqueHeaders = new Set(options.uniqueHeaders.flat().map((name) => `${name}`.toLowerCase()));
    }
    if (options.signal) {
      followSignal(this, options.signal);
    }
    if (callback) {
      this.once('response', callback);
    }
    this.useChunkedEncodingByDefault = !withoutBodies.has(this.method);
    this.shouldKeepAlive = Boolean(this.agent) && (this.agent.keepAlive || Number.isFinite(this.agent.maxSockets));
    this._last = !this.shouldKeepAlive;
    giveHeaders(this, options, defaultPort);
    if (this.agent) {
      this.agent.addRequest(this, options);
    } else {
      connectAlone(this, options);
    }
  }
  Object.setPrototypeOf(ClientRequest.prototype, OutgoingMessage.prototype);
  Object.setPrototypeOf(ClientRequest, OutgoingMessage);

  function followSignal(request, signal) {
    if (typeof signal !== 'object' || !('aborted' in signal)) {
      throw invalidArgument('signal', 'an instance of AbortSignal', signal);
    }
    const abort = () => request.destroy(internal('abort').abortError(signal.reason));
    if (signal.aborted) {
      nextTick(abort);
    } else {
      signal.addEventListener('abort', abort, { once: true });
      request.once('close', () => signal.removeEventListener('abort', abort));
    }
  }

  function giveHeaders(request, options, defaultPort) {
    if (Array.isArray(options.headers)) {
      request._storeHeader(request.firstLine(), options.headers);
      return;
    }
    for (const [name, value] of Object.entries(options.headers ?? {})) {
      request.setHeader(name, value);
    }
    if ((options.setHost === undefined || Boolean(options.setHost)) && !request.getHeader('host')) {
      request.setHeader('Host', hostHeader(options.host, options.port, defaultPort));
    }
    if (options.auth && !request.getHeader('Authorization')) {
      request.setHeader('Authorization', `Basic ${internal('buffer').Buffer.from(options.auth).toString('base64')}`);
    }
    if (request.getHeader('expect')) {
      request._storeHeader(request.firstLine());
    }
  }

  function connectAlone(request, options) {
    if (typeof options.createConnection !== 'function') {
      request.onSocket(new Socket({ secure: request.protocol === 'https:', host: options.host, port: agents.checkedPort(options.port), timeout: options.timeout }));
      return;
    }
    let called = false;
    const created = (error, socket) => {
      if (!called) {
        called = true;
        request.onSocket(socket, error);
      }
    };
    const socket = options.createConnection(options, created);
    if (socket) {
      created(null, socket);
    }
  }

  // --- the connection -------------------------------------------------------------------------

  const { prototype } = ClientRequest;
  Object.assign(prototype, {
    firstLine() {
      return `${this.method} ${this.path} HTTP/1.1\r\n`;
    },
    _implicitHeader() {
      if (this._header) {
        throw coded(Error, 'ERR_HTTP_HEADERS_SENT', 'Cannot render headers after they are sent to the client');
      }
      this._storeHeader(this.firstLine());
    },
    _finish() {
      OutgoingMessage.prototype._finish.call(this);
    },
    onSocket(socket, error) {
      nextTick(() => given(this, socket, error));
    },
    sendHead() {
      this._headerSent = true;
      if (this.socket) {
        start(this);
      }
    },
  });

  function given(request, socket, error) {
    const failure = request.failure ?? error;
    if (request.destroyed || error) {
      const lost = failure ?? (request.aborted ? undefined : hangUp());
      giveBack(request, socket);
      if (lost) {
        request.emit('error', lost);
      }
      close(request);
      return;
    }
    if (!(socket instanceof Socket)) {
      throw notSimulated('a connection of the program\'s own for an HTTP request');
    }
    request.socket = socket;
    socket._httpMessage = request;
    socket.reading = { drop: listen(request, socket) };
    request.emit('socket', socket);
    if (request._headerSent) {
      start(request);
    }
  }

  // The request that a socket was made for is no more.
  function giveBack(request, socket) {
    if (!socket) {
      return;
    }
    if (request.agent && !request.failure && !socket.destroyed) {
      socket.emit('free');
    } else {
      socket.on('error', () => {});
      socket.destroy();
    }
  }

  function listen(request, socket) {
    const timedOut = () => request.emit('timeout');
    const failed = (error) => {
      request.failed = true;
      request.emit('error', error);
    };
    const closed = () => {
      drop();
      lost(request);
    };
    const drop = () => {
      socket.removeListener('timeout', timedOut);
      socket.removeListener('error', failed);
      socket.removeListener('close', closed);
    };
    socket.on('timeout', timedOut);
    socket.on('error', failed);
    socket.on('close', closed);
    return drop;
  }

  // The connection is closed before all is done.
  function lost(request) {
    request.destroyed = true;
    const { res } = request;
    if (res) {
      if (!res.complete) {
        res.destroy(hangUp('aborted'));
      }
      close(request);
      if (!res.aborted && res.readable) {
        res.push(null);
      }
      return;
    }
    if (!request.failed) {
      request.failed = true;
      request.emit('error', hangUp());
    }
    close(request);
  }

  function close(request) {
    request.destroyed = true;
    request._closed = true;
    request.emit('close');
  }

  // --- the exchange ---------------------------------------------------------------------------

  function start(request) {
    if (request.exchange !== undefined || request.destroyed) {
      return;
    }
    const { socket } = request;
    Object.defineProperty(request, 'exchange', { value: undefined, writable: true, enumerable: false, configurable: true });
    try {
      request.exchange = begin({
        secure: Boolean(socket.encrypted), host: bare(socket.remoteAddress), port: socket.remotePort, method: request.method, target: request.path,
        headers: request.head,
      }, listener(request, socket));
    } catch (error) {
      request.exchange = null;
      socket.destroy(error);
      return;
    }
    socket.carry(request.exchange);
  }

  const bare = (host) => (host.startsWith('[') && host.endsWith(']') ? host.slice(1, -1) : host);

  function listener(request, socket) {
    let res;
    return {
      connected() {
        socket.connected();
        if (!request.destroyed) {
          sendTo(request, request.exchange);
        }
      },
      continued() {
        socket.active();
        request.emit('continue');
      },
      drain() {
        socket.active();
        drained(request);
      },
      response(status, message, headers) {
        socket.active();
        res = answered(request, socket, status, message, headers);
      },
      data(bytes) {
        socket.bytesRead += bytes.length;
        socket.active();
        res.asked = false;
        res.push(bytes);
      },
      end() {
        res.complete = true;
        res.push(null);
      },
      error(error) {
        socket.carry(null);
        socket.destroy(res === undefined ? error : null);
      },
    };
  }

  function answered(request, socket, status, message, headers) {
    const res = new IncomingMessage(socket);
    Object.assign(res, {
      httpVersionMajor: 1, httpVersionMinor: 1, httpVersion: '1.1', statusCode: status, statusMessage: message, rawHeaders: headers, upgrade: false,
      joinDuplicateHeaders: request.joinDuplicateHeaders, req: request,
    });
    Object.defineProperty(res, 'asked', { value: false, writable: true, enumerable: false });
    Object.defineProperty(res, 'readBody', {
      value: () => {
        if (!res.asked && !res.complete) {
          res.asked = true;
          request.exchange.read();
        }
      },
      enumerable: false,
    });
    request.res = res;
    if (/(?:^|\W)close(?:$|\W)/i.test(res.headers.connection ?? '')) {
      request.shouldKeepAlive = false;
    }
    res.on('end', () => answerEnded(request));
    request.on('finish', () => bothEnded(request));
    if (request.aborted || !request.emit('response', res)) {
      res._dump();
    }
    return res;
  }

  function answerEnded(request) {
    request._ended = true;
    if (!request.shouldKeepAlive) {
      request.socket?.destroy();
    }
    bothEnded(request);
  }

  // Answer and request are complete: the connection is free.
  function bothEnded(request) {
    const { socket } = request;
    if (!request._ended || !request.writableFinished || request.over || !request.shouldKeepAlive || request.aborted) {
      return;
    }
    request.over = true;
    socket.reading.drop();
    socket.carry(null);
    if (request.timeoutCb) {
      socket.removeListener('timeout', request.timeoutCb);
    }
    request.destroyed = true;
    nextTick(() => {
      request._closed = true;
      request.emit('close');
      socket.emit('free');
    });
  }

  // --- what a program does with it ------------------------------------------------------------

  Object.assign(prototype, {
    abort() {
      if (this.aborted) {
        return;
      }
      this.aborted = true;
      nextTick(() => this.emit('abort'));
      this.destroy();
    },
    destroy(error) {
      if (this.destroyed) {
        return this;
      }
      this.destroyed = true;
      this.res?._dump();
      this.failure = error;
      this.socket?.destroy(error);
      return this;
    },
    setTimeout(milliseconds, callback) {
      if (this._ended) {
        return this;
      }
      checkedTimeout(milliseconds, 'msecs');
      if (callback) {
        this.once('timeout', callback);
      }
      const set = (socket) => {
        if (socket.connecting) {
          socket.once('connect', () => socket.setTimeout(milliseconds));
        } else {
          socket.setTimeout(milliseconds);
        }
      };
      if (this.socket) {
        set(this.socket);
      } else {
        this.once('socket', set);
      }
      return this;
    },
    clearTimeout(callback) {
      return this.setTimeout(0, callback);
    },
    setNoDelay() {},
    setSocketKeepAlive() {},
  });

  exports.ClientRequest = ClientRequest;
})
