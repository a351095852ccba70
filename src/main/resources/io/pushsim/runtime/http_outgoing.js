// A message that is written: its head, and its body on the way to whoever sends it.
(function httpOutgoing(exports, internal, host, settings) {
  'use strict';
  const { Stream } = internal('stream');
  const { Buffer } = internal('buffer');
  const { coded, invalidArgument, notSimulated } = internal('errors');
  const { nextTick } = internal('loop');
  const kHeaders = Symbol('kOutHeaders');
  const kSink = Symbol('kSink');
  const kWaiting = Symbol('kWaiting');
  const highWaterMark = settings.major >= 22 ? 65536 : 16384;

  // A function and not a class, as Node.js has it: old code calls it.
  function OutgoingMessage(options) {
    Stream.call(this);
    Object.assign(this, {
      outputData: [], outputSize: 0, writable: true, destroyed: false, _last: false, chunkedEncoding: false, shouldKeepAlive: true,
      maxRequestsOnConnectionReached: false, _defaultKeepAlive: true, useChunkedEncodingByDefault: true, sendDate: false, _removedConnection: false,
      _removedContLen: false, _removedTE: false, strictContentLength: false, _contentLength: null, _hasBody: true, _trailer: '', finished: false,
      _headerSent: false, _closed: false, socket: null, _header: null, _keepAliveTimeout: 0,
    });
    this[kHeaders] = null;
    this[kSink] = null;
    this[kWaiting] = [];
    this.needsDrain = false;
    this.flushed = false;
    this.corked = 0;
    this.highWaterMark = options?.highWaterMark ?? highWaterMark;
    for (const name of ['needsDrain', 'flushed', 'corked', 'highWaterMark']) {
      Object.defineProperty(this, name, { enumerable: false });
    }
  }
  Object.setPrototypeOf(OutgoingMessage.prototype, Stream.prototype);
  Object.setPrototypeOf(OutgoingMessage, Stream);
  const { prototype } = OutgoingMessage;

  function getters(table) {
    for (const [name, get] of Object.entries(table)) {
      Object.defineProperty(prototype, name, { get, configurable: true, enumerable: false });
    }
  }
  getters({
    errored() { return this.failure ?? null; },
    closed() { return this._closed; },
    writableFinished() { return this.finished && this.flushed; },
    writableObjectMode() { return false; },
    writableLength() { return this.outputSize; },
    writableHighWaterMark() { return this.highWaterMark; },
    writableCorked() { return this.corked; },
    writableEnded() { return this.finished; },
    writableNeedDrain() { return !this.destroyed && !this.finished && this.needsDrain; },
    headersSent() { return Boolean(this._header); },
    connection() { return this.socket; },
  });

  internal('http_head').addTo(prototype, kHeaders);

  // --- the body -------------------------------------------------------------------------------

  function bytesOf(chunk, encoding) {
    if (typeof chunk === 'string') {
      return Buffer.from(chunk, typeof encoding === 'string' ? encoding : undefined);
    }
    if (chunk === null) {
      throw coded(TypeError, 'ERR_STREAM_NULL_VALUES', 'May not write null values to stream');
    }
    if (!(chunk instanceof Uint8Array)) {
      throw invalidArgument('chunk', 'of type string or an instance of Buffer or Uint8Array', chunk);
    }
    return chunk;
  }

  function refuse(message, code, text, callback) {
    const error = coded(Error, code, text);
    nextTick(() => {
      callback?.(error);
      if (!message.destroyed) {
        message.emit('error', error);
      }
    });
    return false;
  }

  // Gives bytes to whoever sends them, or keeps them until there is somebody.
  function send(message, bytes, callback) {
    if (message[kSink] === null) {
      message.outputData.push({ data: Buffer.from(bytes), callback });
      message.outputSize += bytes.length;
      return message.outputSize < message.highWaterMark;
    }
    message.socket.bytesWritten += bytes.length;
    message.socket.active();
    const hasRoom = message[kSink].write(bytes);
    if (hasRoom) {
      nextTick(() => callback?.());
    } else if (callback) {
      message[kWaiting].push(callback);
    }
    message.heldUp = !hasRoom;
    return hasRoom;
  }

  function written(message, chunk, encoding, callback) {
    const bytes = bytesOf(chunk, encoding);
    if (message.finished) {
      return refuse(message, 'ERR_STREAM_WRITE_AFTER_END', 'write after end', callback);
    }
    if (message.destroyed) {
      return refuse(message, 'ERR_STREAM_DESTROYED', 'Cannot call write after a stream was destroyed', callback);
    }
    if (!message._header) {
      message._implicitHeader();
    }
    message.sendHead();
    if (!message._hasBody) {
      nextTick(() => callback?.());
      return true;
    }
    checkLength(message, bytes);
    return bytes.length === 0 ? (nextTick(() => callback?.()), true) : send(message, bytes, callback);
  }

  // Node.js sends such a body behind the head as it is, where servers take it for the next request.
  function checkLength(message, bytes) {
    if (message.hasNoLength && bytes.length > 0) {
      throw notSimulated(`a body of a ${message.method} request without a Content-Length or Transfer-Encoding header, which servers would not take for its body,`);
    }
  }

  Object.assign(prototype, {
    write(chunk, given, then) {
      const [encoding, callback] = typeof given === 'function' ? [undefined, given] : [given, then];
      const hasRoom = written(this, chunk, encoding, callback);
      if (!hasRoom) {
        this.needsDrain = true;
      }
      return hasRoom;
    },
    end(given, second, third) {
      const values = [given, second, third];
      const callback = values.find((each) => typeof each === 'function');
      const chunk = typeof given === 'function' ? undefined : given;
      if (this.finished) {
        if (callback) {
          nextTick(() => callback(coded(Error, 'ERR_STREAM_ALREADY_FINISHED', 'Cannot call end after a stream was finished')));
        }
        return this;
      }
      if (chunk !== undefined && chunk !== null) {
        const bytes = bytesOf(chunk, second);
        if (!this._header) {
          this._contentLength = bytes.length;
        }
        written(this, bytes);
      } else if (!this._header) {
        this._contentLength = 0;
        this._implicitHeader();
      }
      if (callback) {
        this.once('finish', callback);
      }
      this.finished = true;
      this.sendHead();
      this._finish();
      complete(this);
      return this;
    },
    _finish() {
      this.emit('prefinish');
    },
    // The head may go; whoever sends it says when.
    sendHead() {
      this._headerSent = true;
    },
    cork() {
      this.corked += 1;
    },
    uncork() {
      this.corked = Math.max(0, this.corked - 1);
    },
    pipe() {
      this.emit('error', coded(Error, 'ERR_STREAM_CANNOT_PIPE', 'Cannot pipe, not readable'));
    },
    setTimeout(milliseconds, callback) {
      if (callback) {
        this.on('timeout', callback);
      }
      if (this.socket) {
        this.socket.setTimeout(milliseconds);
      } else {
        this.once('socket', (socket) => socket.setTimeout(milliseconds));
      }
      return this;
    },
    destroy(error) {
      if (this.destroyed) {
        return this;
      }
      this.destroyed = true;
      this.failure = error;
      if (this.socket) {
        this.socket.destroy(error);
      } else {
        this.once('socket', (socket) => socket.destroy(error));
      }
      return this;
    },
    [Symbol.for('nodejs.rejection')](error) {
      this.destroy(error);
    },
  });

  // All is said: it is finished once there is somebody who has it all.
  function complete(message) {
    if (message[kSink] === null || !message.finished || message.flushed || message.endSent) {
      return;
    }
    message.endSent = true;
    message[kSink].end();
    if (!message.heldUp) {
      finish(message);
    }
  }

  function finish(message) {
    nextTick(() => {
      if (!message.flushed && !message.destroyed) {
        message.flushed = true;
        message.emit('finish');
      }
    });
  }

  // From now on the sink takes what is written: { write(bytes) → has room, end() }.
  exports.sendTo = (message, sink) => {
    message[kSink] = sink;
    const kept = message.outputData;
    message.outputData = [];
    message.outputSize = 0;
    for (const { data, callback } of kept) {
      send(message, data, callback);
    }
    complete(message);
    if (message.needsDrain && !message.heldUp && !message.finished) {
      nextTick(() => exports.drained(message));
    }
  };

  // The sink has room again.
  exports.drained = (message) => {
    message.heldUp = false;
    for (const callback of message[kWaiting].splice(0)) {
      callback();
    }
    if (message.endSent) {
      finish(message);
    } else if (message.needsDrain) {
      message.needsDrain = false;
      message.emit('drain');
    }
  };

  exports.OutgoingMessage = OutgoingMessage;
})
