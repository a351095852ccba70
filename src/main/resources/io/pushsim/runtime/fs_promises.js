// Node's fs/promises.
(function fsPromises(exports, internal) {
  'use strict';
  const files = internal('fs_sync');
  const { constants, pathOf } = internal('fs_paths');
  const { refusal } = internal('errors');
  const { setImmediate } = internal('loop');

  // What a function that answers at once gives, one turn later.
  const soon = (compute) => new Promise((resolve, reject) => void setImmediate(() => {
    try {
      resolve(compute());
    } catch (error) {
      reject(error);
    }
  }));

  class FileHandle {
    #fd;
    constructor(fd) {
      this.#fd = fd;
    }
    get fd() {
      return this.#fd;
    }
    appendFile(data, options) {
      return soon(() => files.appendFile(this.#fd, data, options));
    }
    readFile(options) {
      return soon(() => files.readFile(this.#fd, options));
    }
    writeFile(data, options) {
      return soon(() => files.writeFile(this.#fd, data, options));
    }
    async read(bufferOrOptions, ...rest) {
      const isBuffer = ArrayBuffer.isView(bufferOrOptions);
      const buffer = isBuffer ? bufferOrOptions : bufferOrOptions?.buffer ?? internal('buffer').Buffer.alloc(16384);
      const bytesRead = await soon(() => (isBuffer ? files.read(this.#fd, buffer, ...rest) : files.read(this.#fd, buffer, bufferOrOptions ?? {})));
      return { bytesRead, buffer };
    }
    async write(buffer, ...rest) {
      return { bytesWritten: await soon(() => files.write(this.#fd, buffer, ...rest)), buffer };
    }
    stat(options) {
      return soon(() => files.fstat(this.#fd, options));
    }
    truncate(length) {
      return soon(() => files.ftruncate(this.#fd, length));
    }
    sync() {
      return soon(() => files.fsync(this.#fd));
    }
    datasync() {
      return soon(() => files.fdatasync(this.#fd));
    }
    createReadStream(options) {
      return new (internal('fs_streams').ReadStream)(this.#fd, options);
    }
    createWriteStream(options) {
      return new (internal('fs_streams').WriteStream)(this.#fd, options);
    }
    async close() {
      if (this.#fd !== -1) {
        const fd = this.#fd;
        this.#fd = -1;
        await soon(() => files.close(fd));
      }
    }
  }
  if (Symbol.asyncDispose !== undefined) {
    FileHandle.prototype[Symbol.asyncDispose] = FileHandle.prototype.close;
  }

  const module = { constants };
  for (const name of ['access', 'appendFile', 'chmod', 'copyFile', 'cp', 'lstat', 'mkdir', 'mkdtemp', 'readdir', 'realpath', 'rename', 'rm', 'rmdir', 'stat',
    'truncate', 'unlink', 'utimes']) {
    module[name] = { [name]: async (...values) => soon(() => files[name](...values)) }[name];
  }
  const fdOf = (file) => (file instanceof FileHandle ? file.fd : pathOf(file) && file);
  module.readFile = async (file, options) => soon(() => files.readFile(fdOf(file), options));
  module.open = async (...values) => new FileHandle(await soon(() => files.open(...values)));
  module.writeFile = async (file, data, options) => {
    if (data !== null && typeof data === 'object' && !ArrayBuffer.isView(data) && (data[Symbol.asyncIterator] || data[Symbol.iterator])) {
      const parts = [];
      for await (const part of data) {
        parts.push(internal('buffer').Buffer.from(part));
      }
      return soon(() => files.writeFile(fdOf(file), internal('buffer').Buffer.concat(parts), options));
    }
    return soon(() => files.writeFile(fdOf(file), data, options));
  };
  for (const name of ['chown', 'lchmod', 'lchown', 'link', 'lutimes', 'opendir', 'readlink', 'statfs', 'symlink', 'watch']) {
    module[name] = refusal(name, `fs.promises.${name}`);
  }
  return module;
})
