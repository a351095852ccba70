// What stands for a connection: libraries look at it, time it and end it. The connections themselves are the host's.
(function httpSocket(exports, internal) {
  'use strict';
  const EventEmitter = internal('events');
  const { invalidArgument, outOfRange, notSimulated } = internal('errors');
  const { setTimeout, clearTimeout, setImmediate, nextTick } = internal('loop');
  const longest = 2147483647;

  exports.checkedTimeout = (value, name) => {
    if (typeof value !== 'number') {
      throw invalidArgument(name, 'of type number', value);
    }
    if (!(value >= 0 && value < Infinity)) {
      throw outOfRange(name, 'a non-negative finite number', value);
    }
    return Math.min(value, longest);
  };

  class Socket extends EventEmitter {
    #exchange = null;
    #hold = null;
    #idle = null;
    constructor({ secure, host, port, timeout }) {
      super();
      Object.assign(this, {
        connecting: true, destroyed: false, readable: true, writable: true, timeout: 0, bytesRead: 0, bytesWritten: 0,
        remoteAddress: host, remotePort: port, remoteFamily: host.includes(':') ? 'IPv6' : 'IPv4', _httpMessage: null,
      });
      if (secure) {
        Object.assign(this, { encrypted: true, authorized: true, authorizationError: null, servername: host, alpnProtocol: false });
      }
      if (timeout) {
        this.setTimeout(timeout);
      }
      this.ref();
      // A request over it says when there is a connection. A program may wait for that before it says what it wants.
      setImmediate(() => this.#exchange ?? this.connected());
    }
    connected() {
      if (this.destroyed || !this.connecting) {
        return;
      }
      this.connecting = false;
      this.active();
      this.emit('connect');
      this.emit('ready');
      if (this.encrypted) {
        this.emit('secureConnect');
      }
    }
    get pending() {
      return this.connecting;
    }
    get readyState() {
      return this.connecting ? 'opening' : this.destroyed ? 'closed' : 'open';
    }
    // The exchange under way over it.
    carry(exchange) {
      this.#exchange = exchange;
      this.active();
    }
    // Something came or went.
    active() {
      this.#idle?.refresh();
    }
    setTimeout(delay, callback) {
      const milliseconds = exports.checkedTimeout(delay, 'msecs');
      this.timeout = delay;
      clearTimeout(this.#idle);
      this.#idle = null;
      if (milliseconds === 0) {
        if (callback !== undefined) {
          this.removeListener('timeout', callback);
        }
        return this;
      }
      if (!this.destroyed) {
        this.#idle = setTimeout(() => this.emit('timeout'), milliseconds).unref();
      }
      if (callback !== undefined) {
        this.once('timeout', callback);
      }
      return this;
    }
    // An open connection keeps the process alive.
    ref() {
      if (!this.destroyed) {
        this.#hold ??= setTimeout(() => {}, longest);
      }
      return this;
    }
    unref() {
      clearTimeout(this.#hold);
      this.#hold = null;
      return this;
    }
    setKeepAlive() {
      return this;
    }
    setNoDelay() {
      return this;
    }
    address() {
      return {};
    }
    cork() {}
    uncork() {}
    write() {
      throw notSimulated('writing to the socket of an HTTP request');
    }
    end() {
      return this.destroy();
    }
    destroySoon() {
      this.destroy();
    }
    resetAndDestroy() {
      return this.destroy();
    }
    destroy(error) {
      if (this.destroyed) {
        return this;
      }
      Object.assign(this, { destroyed: true, connecting: false, readable: false, writable: false });
      this.unref();
      clearTimeout(this.#idle);
      this.#exchange?.abort();
      this.#exchange = null;
      if (error) {
        nextTick(() => this.emit('error', error));
      }
      setImmediate(() => this.emit('close', Boolean(error)));
      return this;
    }
  }

  exports.Socket = Socket;
})
