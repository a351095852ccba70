// What fs's functions take and give: paths, flags, modes, and what a path leads to.
(function fsPaths(exports, internal, host) {
  'use strict';
  const { coded, invalidArgument, invalidValue } = internal('errors');
  const { failure } = internal('system');
  const path = internal('path');
  const above = new Set(['/', '/var', '/tmp']);
  const born = 315532800000;

  // An absolute path, of a text, a Buffer or a URL of a file.
  function pathOf(value, name = 'path') {
    let text = value;
    if (value !== null && typeof value === 'object') {
      text = value instanceof Uint8Array ? internal('buffer').Buffer.from(value).toString()
        : value.href !== undefined && value.protocol !== undefined ? internal('url').module.fileURLToPath(value) : value;
    }
    if (typeof text !== 'string') {
      throw invalidArgument(name, 'of type string or an instance of Buffer or URL', value);
    }
    if (text.includes('\u0000')) {
      throw invalidValue(name, text, 'must be a string, Uint8Array, or URL without null bytes');
    }
    return path.resolve(text);
  }

  // What is there: { isFolder, size, mode, ino, atimeMs, mtimeMs, birthtimeMs, writable }, or undefined.
  function lookUp(file) {
    if (above.has(file)) {
      return { isFolder: true, size: 4096, mode: file === '/tmp' ? 0o777 : 0o755, ino: 2, atimeMs: born, mtimeMs: born, birthtimeMs: born };
    }
    const state = host.fileState(file);
    if (state === null) {
      return undefined;
    }
    const [kind, size, mode, ino, atimeMs, mtimeMs, birthtimeMs] = state.split(' ');
    return {
      isFolder: kind === 'folder', size: +size, mode: +mode, ino: +ino, atimeMs: +atimeMs, mtimeMs: +mtimeMs, birthtimeMs: +birthtimeMs,
    };
  }

  // The same, or Node's error: also where a file stands in the way.
  function found(file, syscall, shown = file, destination = undefined) {
    const entry = lookUp(file);
    if (entry !== undefined) {
      return entry;
    }
    throw missing(file, syscall, shown, destination);
  }

  function missing(file, syscall, shown = file, destination = undefined) {
    for (let folder = path.dirname(file); folder !== '/'; folder = path.dirname(folder)) {
      const entry = lookUp(folder);
      if (entry !== undefined) {
        return failure(entry.isFolder ? 'ENOENT' : 'ENOTDIR', syscall, shown, destination);
      }
    }
    return failure('ENOENT', syscall, shown, destination);
  }

  function namesIn(folder) {
    switch (folder) {
      case '/': return ['tmp', 'var'];
      case '/var': return ['task'];
      default: {
        const names = host.fileNames(folder);
        return names === '' ? [] : names.split('\u0000');
      }
    }
  }

  const isTemporary = (file) => file.startsWith('/tmp/');

  // A place where something new may stand.
  function checkPlace(file, syscall, shown = file, destination = undefined) {
    const folder = lookUp(path.dirname(file));
    if (folder === undefined) {
      throw missing(file, syscall, shown, destination);
    }
    if (!folder.isFolder) {
      throw failure('ENOTDIR', syscall, shown, destination);
    }
    checkWritable(file, syscall, shown, destination);
  }

  function checkWritable(file, syscall, shown = file, destination = undefined) {
    if (!isTemporary(file)) {
      throw failure('EROFS', syscall, shown, destination);
    }
  }

  const flags = {
    r: { read: true }, 'r+': { read: true, write: true }, w: { write: true, create: true, truncate: true },
    'w+': { read: true, write: true, create: true, truncate: true }, a: { write: true, create: true, append: true },
    'a+': { read: true, write: true, create: true, append: true },
  };

  const constants = {
    UV_FS_SYMLINK_DIR: 1, UV_FS_SYMLINK_JUNCTION: 2, O_RDONLY: 0, O_WRONLY: 1, O_RDWR: 2, UV_DIRENT_UNKNOWN: 0, UV_DIRENT_FILE: 1, UV_DIRENT_DIR: 2,
    UV_DIRENT_LINK: 3, UV_DIRENT_FIFO: 4, UV_DIRENT_SOCKET: 5, UV_DIRENT_CHAR: 6, UV_DIRENT_BLOCK: 7, S_IFMT: 61440, S_IFREG: 32768, S_IFDIR: 16384,
    S_IFCHR: 8192, S_IFBLK: 24576, S_IFIFO: 4096, S_IFLNK: 40960, S_IFSOCK: 49152, O_CREAT: 64, O_EXCL: 128, UV_FS_O_FILEMAP: 0, O_NOCTTY: 256,
    O_TRUNC: 512, O_APPEND: 1024, O_DIRECTORY: 65536, O_NOATIME: 262144, O_NOFOLLOW: 131072, O_SYNC: 1052672, O_DSYNC: 4096, O_DIRECT: 16384,
    O_NONBLOCK: 2048, S_IRWXU: 448, S_IRUSR: 256, S_IWUSR: 128, S_IXUSR: 64, S_IRWXG: 56, S_IRGRP: 32, S_IWGRP: 16, S_IXGRP: 8, S_IRWXO: 7, S_IROTH: 4,
    S_IWOTH: 2, S_IXOTH: 1, F_OK: 0, R_OK: 4, W_OK: 2, X_OK: 1, UV_FS_COPYFILE_EXCL: 1, COPYFILE_EXCL: 1, UV_FS_COPYFILE_FICLONE: 2,
    COPYFILE_FICLONE: 2, UV_FS_COPYFILE_FICLONE_FORCE: 4, COPYFILE_FICLONE_FORCE: 4,
  };

  function flagsOf(value = 'r') {
    if (typeof value === 'number') {
      const access = value & 3;
      return {
        read: access !== 1, write: access !== 0, create: (value & 64) !== 0, exclusive: (value & 128) !== 0,
        truncate: (value & 512) !== 0, append: (value & 1024) !== 0,
      };
    }
    const text = `${value}`;
    const known = flags[text.replace(/[xs]/g, '')];
    if (known === undefined) {
      throw invalidValue('flags', value);
    }
    return { ...known, exclusive: text.includes('x') };
  }

  function modeOf(value, otherwise) {
    if (value === undefined || value === null) {
      return otherwise;
    }
    if (typeof value === 'string') {
      if (!/^[0-7]+$/.test(value)) {
        throw invalidValue('mode', value, 'must be a 32-bit unsigned integer or an octal string');
      }
      return parseInt(value, 8);
    }
    if (typeof value !== 'number') {
      throw invalidArgument('mode', 'of type number', value);
    }
    return value;
  }

  // Options may be the encoding alone.
  function optionsOf(options, defaults) {
    if (options === undefined || options === null || typeof options === 'function') {
      return { ...defaults };
    }
    if (typeof options === 'string') {
      return { ...defaults, encoding: checkedEncoding(options) };
    }
    if (typeof options !== 'object') {
      throw invalidArgument('options', 'one of type string or object', options);
    }
    if (options.encoding !== undefined && options.encoding !== null) {
      checkedEncoding(options.encoding);
    }
    return { ...defaults, ...options };
  }

  function checkedEncoding(encoding) {
    if (encoding !== 'buffer' && !internal('buffer').Buffer.isEncoding(encoding)) {
      throw coded(TypeError, 'ERR_INVALID_ARG_VALUE', `The argument 'encoding' is invalid encoding. Received '${encoding}'`);
    }
    return encoding;
  }

  // The open files, by descriptor.
  exports.descriptors = new Map();
  exports.umask = 0o22;
  Object.assign(exports, {
    namesIn, pathOf, lookUp, found, missing, isTemporary, checkPlace, checkWritable, constants, flagsOf, modeOf, optionsOf,
  });
})
