// What fs tells of a file or of a folder's entry.
(function fsStats(exports) {
  'use strict';

  class Stats {
    constructor(entry) {
      this.dev = 2049;
      this.mode = (entry.isFolder ? 0o40000 : 0o100000) | entry.mode;
      this.nlink = entry.isFolder ? 2 : 1;
      this.uid = 993;
      this.gid = 990;
      this.rdev = 0;
      this.blksize = 4096;
      this.ino = entry.ino;
      this.size = entry.size;
      this.blocks = Math.ceil(entry.size / 4096) * 8;
      this.atimeMs = entry.atimeMs;
      this.mtimeMs = entry.mtimeMs;
      this.ctimeMs = entry.mtimeMs;
      this.birthtimeMs = entry.birthtimeMs;
      for (const name of ['atime', 'mtime', 'ctime', 'birthtime']) {
        this[name] = new Date(Math.trunc(this[`${name}Ms`]));
      }
    }
  }

  class Dirent {
    #isFolder;
    constructor(name, folder, entry) {
      this.name = name;
      this.parentPath = folder;
      this.path = folder;
      this.#isFolder = entry.isFolder;
    }
    isDirectory() {
      return this.#isFolder;
    }
    isFile() {
      return !this.#isFolder;
    }
  }

  Object.assign(Stats.prototype, {
    isDirectory() { return (this.mode & 0o170000) === 0o40000; },
    isFile() { return (this.mode & 0o170000) === 0o100000; },
  });
  for (const Type of [Stats, Dirent]) {
    for (const name of ['isSymbolicLink', 'isFIFO', 'isSocket', 'isBlockDevice', 'isCharacterDevice']) {
      Type.prototype[name] = () => false;
    }
  }
  for (const Type of [Stats, Dirent]) {
    for (const name of Object.getOwnPropertyNames(Type.prototype)) {
      Object.defineProperty(Type.prototype, name, { enumerable: false });
    }
  }

  exports.Stats = Stats;
  exports.Dirent = Dirent;
})
