// Streams from and to files.
(function fsStreams(exports, internal) {
  'use strict';
  const { Readable, Writable } = internal('stream').Stream;
  const { outOfRange } = internal('errors');
  const { optionsOf } = internal('fs_paths');
  const files = internal('fs_sync');
  const { Buffer } = internal('buffer');
  const { setImmediate } = internal('loop');

  // In a turn of its own, as the disk would answer.
  function soon(compute, callback) {
    setImmediate(() => {
      let value;
      try {
        value = compute();
      } catch (error) {
        callback(error);
        return;
      }
      callback(null, value);
    });
  }

  function opening(stream, callback) {
    if (typeof stream.fd === 'number') {
      callback();
      return;
    }
    soon(() => files.open(stream.path, stream.flags, stream.mode), (error, fd) => {
      if (error) {
        callback(error);
        return;
      }
      stream.fd = fd;
      callback();
      stream.emit('open', fd);
      stream.emit('ready');
    });
  }

  function closing(stream, error, callback) {
    if (typeof stream.fd !== 'number' || stream.autoClose === false) {
      callback(error);
      return;
    }
    const { fd } = stream;
    stream.fd = null;
    soon(() => files.close(fd), (failed) => callback(error ?? failed));
  }

  class ReadStream extends Readable {
    constructor(path, options) {
      const given = optionsOf(options, { flags: 'r', highWaterMark: 65536, autoClose: true });
      super({ highWaterMark: given.highWaterMark, encoding: given.encoding, signal: given.signal, emitClose: given.emitClose });
      const { start, end = Infinity } = given;
      if (start !== undefined && start > end) {
        throw outOfRange('start', `<= "end" (here: ${end})`, start);
      }
      Object.assign(this, {
        path: typeof path === 'number' ? undefined : path, fd: typeof path === 'number' ? path : given.fd ?? null, flags: given.flags,
        mode: given.mode ?? 0o666, start, end, pos: start, bytesRead: 0, autoClose: given.autoClose,
      });
    }
    _construct(callback) {
      opening(this, callback);
    }
    _destroy(error, callback) {
      closing(this, error, callback);
    }
    _read(size) {
      const left = this.end - (this.pos ?? this.bytesRead) + 1;
      const wanted = Math.min(size, left);
      if (wanted <= 0) {
        this.push(null);
        return;
      }
      const bytes = Buffer.alloc(wanted);
      soon(() => files.read(this.fd, bytes, 0, wanted, this.pos ?? null), (error, count) => {
        if (error) {
          this.destroy(error);
          return;
        }
        this.bytesRead += count;
        if (this.pos !== undefined) {
          this.pos += count;
        }
        this.push(count > 0 ? bytes.subarray(0, count) : null);
      });
    }
    close(callback) {
      this.once('close', callback ?? (() => {}));
      this.destroy();
    }
    get pending() {
      return this.fd === null;
    }
  }

  class WriteStream extends Writable {
    constructor(path, options) {
      const given = optionsOf(options, { flags: 'w', autoClose: true });
      super({ highWaterMark: given.highWaterMark, defaultEncoding: given.encoding ?? 'utf8', decodeStrings: true, signal: given.signal, emitClose: given.emitClose });
      Object.assign(this, {
        path: typeof path === 'number' ? undefined : path, fd: typeof path === 'number' ? path : given.fd ?? null, flags: given.flags,
        mode: given.mode ?? 0o666, start: given.start, pos: given.start, bytesWritten: 0, autoClose: given.autoClose,
      });
    }
    _construct(callback) {
      opening(this, callback);
    }
    _destroy(error, callback) {
      closing(this, error, callback);
    }
    _write(chunk, encoding, callback) {
      soon(() => files.write(this.fd, chunk, 0, chunk.length, this.pos), (error, count) => {
        if (error) {
          callback(error);
          return;
        }
        this.bytesWritten += count;
        if (this.pos !== undefined) {
          this.pos += count;
        }
        callback();
      });
    }
    close(callback) {
      if (callback) {
        this.once('close', callback);
      }
      this.end();
    }
    get pending() {
      return this.fd === null;
    }
  }

  Object.assign(exports, { ReadStream, WriteStream });
})
