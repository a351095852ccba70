// Node's fs functions that answer at once, by name without their Sync.
(function fsSync(exports, internal, host) {
  'use strict';
  const { invalidArgument, outOfRange } = internal('errors');
  const { failure } = internal('system');
  const path = internal('path');
  const {
    pathOf, lookUp, found, missing, namesIn, descriptors, checkPlace, checkWritable, flagsOf, modeOf, optionsOf, umask,
  } = internal('fs_paths');
  const { Stats, Dirent } = internal('fs_stats');
  const { Buffer } = internal('buffer');
  let lastDescriptor = 19;

  // --- open files -----------------------------------------------------------------------------

  function opened(fd, syscall) {
    if (typeof fd !== 'number') {
      throw invalidArgument('fd', 'of type number', fd);
    }
    if (!Number.isInteger(fd) || fd < 0 || fd > 2147483647) {
      throw outOfRange('fd', Number.isInteger(fd) ? '>= 0 && <= 2147483647' : 'an integer', fd);
    }
    const file = descriptors.get(fd);
    if (file === undefined) {
      throw failure('EBADF', syscall);
    }
    return file;
  }

  function open(value, flags, mode) {
    const file = pathOf(value);
    const how = flagsOf(flags ?? 'r');
    const access = modeOf(mode, 0o666);
    const entry = lookUp(file);
    if (entry === undefined) {
      if (!how.create) {
        throw missing(file, 'open', value);
      }
      checkPlace(file, 'open', value);
      if (!host.fileAdd(file, false, access & ~umask)) {
        throw failure('ENOSPC', 'open', value);
      }
    } else if (how.create && how.exclusive) {
      throw failure('EEXIST', 'open', value);
    } else if (how.write) {
      if (entry.isFolder) {
        throw failure('EISDIR', 'open', value);
      }
      checkWritable(file, 'open', value);
      if (how.truncate) {
        host.fileResize(file, 0);
      }
    }
    descriptors.set(++lastDescriptor, { file, how, position: 0 });
    return lastDescriptor;
  }

  function close(fd) {
    opened(fd, 'close');
    descriptors.delete(fd);
  }

  function view(buffer) {
    if (!ArrayBuffer.isView(buffer)) {
      throw invalidArgument('buffer', 'an instance of Buffer, TypedArray, or DataView', buffer);
    }
    return buffer;
  }

  function read(fd, buffer, offsetOrOptions, length, position) {
    const target = view(buffer);
    const { offset: start, length: count, position: at } = offsetOrOptions !== null && typeof offsetOrOptions === 'object'
      ? offsetOrOptions : { offset: offsetOrOptions, length, position };
    const offset = start ?? 0;
    const wanted = Math.min(count ?? target.byteLength - offset, target.byteLength - offset);
    const state = opened(fd, 'read');
    if (!state.how.read) {
      throw failure('EBADF', 'read');
    }
    if (found(state.file, 'read').isFolder) {
      throw failure('EISDIR', 'read');
    }
    const from = at === null || at === undefined || Number(at) < 0 ? state.position : Number(at);
    const got = host.fileRead(state.file, from, target.buffer, target.byteOffset + offset, wanted);
    if (at === null || at === undefined || Number(at) < 0) {
      state.position += got;
    }
    return got;
  }

  function bytesOf(data, encoding) {
    if (typeof data === 'string') {
      return Buffer.from(data, encoding === 'buffer' ? 'utf8' : encoding ?? 'utf8');
    }
    if (ArrayBuffer.isView(data)) {
      return data;
    }
    throw invalidArgument('data', 'of type string or an instance of Buffer, TypedArray, or DataView', data);
  }

  function write(fd, data, ...rest) {
    let bytes;
    let position;
    if (typeof data === 'string') {
      bytes = bytesOf(data, rest[1]);
      [position] = rest;
    } else {
      const given = rest[0] !== null && typeof rest[0] === 'object' ? rest[0] : { offset: rest[0], length: rest[1], position: rest[2] };
      const whole = view(data);
      const offset = given.offset ?? 0;
      const length = given.length ?? whole.byteLength - offset;
      if (offset > whole.byteLength || offset + length > whole.byteLength) {
        throw outOfRange(offset > whole.byteLength ? 'offset' : 'length', `<= ${offset > whole.byteLength ? whole.byteLength : whole.byteLength - offset}`, offset > whole.byteLength ? offset : length);
      }
      bytes = new Uint8Array(whole.buffer, whole.byteOffset + offset, length);
      position = given.position;
    }
    const state = opened(fd, 'write');
    if (!state.how.write) {
      throw failure('EBADF', 'write');
    }
    const isPlaced = typeof position === 'number' && position >= 0;
    const at = state.how.append ? found(state.file, 'write').size : isPlaced ? position : state.position;
    if (!host.fileWrite(state.file, at, bytes.buffer, bytes.byteOffset, bytes.byteLength)) {
      throw failure('ENOSPC', 'write');
    }
    if (!isPlaced) {
      state.position = at + bytes.byteLength;
    }
    return bytes.byteLength;
  }

  // --- whole files ----------------------------------------------------------------------------

  function withFile(value, flags, mode, use) {
    if (typeof value === 'number') {
      return use(value);
    }
    const fd = open(value, flags, mode);
    try {
      return use(fd);
    } finally {
      close(fd);
    }
  }

  function readFile(value, options) {
    const { encoding, flag } = optionsOf(options, { encoding: null, flag: 'r' });
    return withFile(value, flag, undefined, (fd) => {
      const state = opened(fd, 'read');
      const entry = found(state.file, 'read');
      if (entry.isFolder) {
        throw failure('EISDIR', 'read');
      }
      const bytes = Buffer.alloc(Math.max(0, entry.size - state.position));
      read(fd, bytes, 0, bytes.length, null);
      return encoding && encoding !== 'buffer' ? bytes.toString(encoding) : bytes;
    });
  }

  function writeFile(value, data, options) {
    const { encoding, mode, flag } = optionsOf(options, { encoding: 'utf8', mode: 0o666, flag: 'w' });
    const bytes = bytesOf(data, encoding);
    withFile(value, flag, mode, (fd) => void write(fd, bytes));
  }

  function appendFile(value, data, options) {
    writeFile(value, data, optionsOf(options, { encoding: 'utf8', mode: 0o666, flag: 'a' }));
  }

  function copyFile(from, to, mode = 0) {
    const source = pathOf(from, 'src');
    const target = pathOf(to, 'dest');
    const entry = found(source, 'copyfile', from, to);
    if (entry.isFolder) {
      throw failure('EISDIR', 'copyfile', from, to);
    }
    const there = lookUp(target);
    if (there === undefined) {
      checkPlace(target, 'copyfile', from, to);
      if (!host.fileAdd(target, false, entry.mode)) {
        throw failure('ENOSPC', 'copyfile', from, to);
      }
    } else if (there.isFolder) {
      throw failure('EISDIR', 'copyfile', from, to);
    } else if ((mode & 1) !== 0) {
      throw failure('EEXIST', 'copyfile', from, to);
    } else {
      checkWritable(target, 'copyfile', from, to);
    }
    if (source !== target) {
      host.fileResize(target, 0);
      const bytes = readFile(source);
      if (!host.fileWrite(target, 0, bytes.buffer, bytes.byteOffset, bytes.byteLength)) {
        throw failure('ENOSPC', 'copyfile', from, to);
      }
    }
  }

  function truncate(value, length = 0) {
    const fd = open(value, 'r+');
    try {
      ftruncate(fd, length);
    } finally {
      close(fd);
    }
  }

  function ftruncate(fd, length = 0) {
    if (!host.fileResize(opened(fd, 'ftruncate').file, Math.max(0, length ?? 0))) {
      throw failure('ENOSPC', 'ftruncate');
    }
  }

  // --- what is there --------------------------------------------------------------------------

  function checkedStats(options) {
    if (options?.bigint) {
      throw internal('errors').notSimulated('the bigint option of fs.stat()');
    }
  }

  function statAs(syscall) {
    return (value, options) => {
      const file = pathOf(value);
      checkedStats(options);
      if (options?.throwIfNoEntry === false && lookUp(file) === undefined) {
        return undefined;
      }
      return new Stats(found(file, syscall, value));
    };
  }

  function fstat(fd, options) {
    checkedStats(options);
    return new Stats(found(opened(fd, 'fstat').file, 'fstat'));
  }

  function access(value, mode = 0) {
    const file = pathOf(value);
    const entry = found(file, 'access', value);
    if ((mode & 2) !== 0 && file !== '/tmp') {
      checkWritable(file, 'access', value);
    }
    if ((mode & 1) !== 0 && (entry.mode & 0o111) === 0) {
      throw failure('EACCES', 'access', value);
    }
  }

  function exists(value) {
    try {
      return lookUp(pathOf(value)) !== undefined;
    } catch {
      return false;
    }
  }

  function readdir(value, options) {
    const folder = pathOf(value);
    const { withFileTypes = false, recursive = false, encoding } = optionsOf(options, {});
    if (!found(folder, 'scandir', value).isFolder) {
      throw failure('ENOTDIR', 'scandir', value);
    }
    const given = typeof value === 'string' ? value : folder;
    const list = [];
    const visit = (each, prefix) => {
      for (const name of namesIn(each)) {
        const below = each === '/' ? `/${name}` : `${each}/${name}`;
        const entry = lookUp(below);
        list.push(withFileTypes ? new Dirent(name, prefix === '' ? given : path.join(given, prefix), entry) : prefix + name);
        if (recursive && entry.isFolder) {
          later.push([below, `${prefix}${name}/`]);
        }
      }
    };
    const later = [[folder, '']];
    while (later.length > 0) {
      visit(...later.shift());
    }
    return encoding === 'buffer' && !withFileTypes ? list.map((name) => Buffer.from(name)) : list;
  }

  function realpath(value) {
    const file = pathOf(value);
    found(file, 'lstat', value);
    return file;
  }

  Object.assign(exports, {
    access, appendFile, close, copyFile, fdatasync: (fd) => void opened(fd, 'fdatasync'), fstat, fsync: (fd) => void opened(fd, 'fsync'), ftruncate,
    lstat: statAs('lstat'), open, read, readFile, readdir, realpath, stat: statAs('stat'), truncate, write, writeFile,
  });
  exports.exists = exists;
  Object.assign(exports, internal('fs_changes'));
})
