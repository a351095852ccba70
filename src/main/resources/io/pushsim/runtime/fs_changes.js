// Node's fs functions that make, move and remove what is in folders, or change what is said of it.
(function fsChanges(exports, internal, host) {
  'use strict';
  const { coded, invalidArgument } = internal('errors');
  const { failure } = internal('system');
  const path = internal('path');
  const {
    pathOf, lookUp, found, missing, namesIn, descriptors, checkPlace, checkWritable, modeOf, optionsOf, umask,
  } = internal('fs_paths');

  function mkdir(value, options) {
    const folder = pathOf(value);
    const { recursive = false, mode } = options !== null && typeof options === 'object' ? options : { mode: options };
    const access_ = modeOf(mode, 0o777) & ~umask;
    return recursive ? mkdirs(folder, value, access_) : mkdirOnly(folder, value, access_);
  }

  function mkdirOnly(folder, shown, mode) {
    if (lookUp(folder) !== undefined) {
      throw failure('EEXIST', 'mkdir', shown);
    }
    checkPlace(folder, 'mkdir', shown);
    if (!host.fileAdd(folder, true, mode)) {
      throw failure('ENOSPC', 'mkdir', shown);
    }
  }

  // The first folder that was made, if any.
  function mkdirs(folder, shown, mode) {
    const wanted = [];
    let each = folder;
    for (; lookUp(each) === undefined; each = path.dirname(each)) {
      wanted.unshift(each);
    }
    if (!lookUp(each).isFolder) {
      throw failure(each === folder ? 'EEXIST' : 'ENOTDIR', 'mkdir', shown);
    }
    wanted.forEach((name) => mkdirOnly(name, shown, mode));
    return wanted[0];
  }

  function rmdir(value, options) {
    const folder = pathOf(value);
    if (options?.recursive) {
      rm(value, { recursive: true });
      return;
    }
    if (!found(folder, 'rmdir', value).isFolder) {
      throw failure('ENOTDIR', 'rmdir', value);
    }
    checkWritable(folder, 'rmdir', value);
    if (namesIn(folder).length > 0) {
      throw failure('ENOTEMPTY', 'rmdir', value);
    }
    host.fileRemove(folder);
  }

  function unlink(value) {
    const file = pathOf(value);
    const entry = found(file, 'unlink', value);
    checkWritable(file, 'unlink', value);
    if (entry.isFolder) {
      throw failure('EISDIR', 'unlink', value);
    }
    host.fileRemove(file);
  }

  function rm(value, options) {
    const file = pathOf(value);
    const { force = false, recursive = false } = options ?? {};
    const entry = lookUp(file);
    if (entry === undefined) {
      if (!force) {
        throw missing(file, 'lstat', value);
      }
      return;
    }
    if (entry.isFolder && !recursive) {
      const error = coded(Error, 'ERR_FS_EISDIR', `Path is a directory: rm returned EISDIR (is a directory) ${value}`);
      error.name = 'SystemError';
      throw Object.assign(error, { errno: 21, syscall: 'rm', path: value });
    }
    checkWritable(file, entry.isFolder ? 'rm' : 'unlink', value);
    removeAll(file, entry);
  }

  function removeAll(file, entry) {
    if (entry.isFolder) {
      for (const name of namesIn(file)) {
        removeAll(`${file}/${name}`, lookUp(`${file}/${name}`));
      }
    }
    host.fileRemove(file);
  }

  function rename(from, to) {
    const source = pathOf(from, 'oldPath');
    const target = pathOf(to, 'newPath');
    const entry = found(source, 'rename', from, to);
    checkWritable(source, 'rename', from, to);
    checkPlace(target, 'rename', from, to);
    if (target.startsWith(`${source}/`)) {
      throw failure('EINVAL', 'rename', from, to);
    }
    const there = lookUp(target);
    if (source === target) {
      return;
    }
    if (there !== undefined) {
      const code = there.isFolder && !entry.isFolder ? 'EISDIR' : !there.isFolder && entry.isFolder ? 'ENOTDIR'
        : there.isFolder && namesIn(target).length > 0 ? 'ENOTEMPTY' : undefined;
      if (code !== undefined) {
        throw failure(code, 'rename', from, to);
      }
      host.fileRemove(target);
    }
    host.fileRename(source, target);
    for (const state of descriptors.values()) {
      if (state.file === source || state.file.startsWith(`${source}/`)) {
        state.file = target + state.file.slice(source.length);
      }
    }
  }

  function mkdtemp(prefix, options) {
    if (typeof prefix !== 'string') {
      throw invalidArgument('prefix', 'of type string or an instance of Buffer or URL', prefix);
    }
    const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
    const folder = prefix + Array.from({ length: 6 }, () => letters[Math.floor(host.random() * letters.length)]).join('');
    checkPlace(pathOf(folder), 'mkdtemp', `${prefix}XXXXXX`);
    optionsOf(options, {});
    mkdir(folder, 0o700);
    return folder;
  }

  function cp(from, to, options) {
    const { recursive = false, force = true, errorOnExist = false, filter = () => true } = options ?? {};
    const source = pathOf(from, 'src');
    const target = pathOf(to, 'dest');
    if (!filter(from, to)) {
      return;
    }
    const entry = found(source, 'lstat', from);
    if (!entry.isFolder) {
      if (lookUp(target) === undefined || force) {
        mkdirs(path.dirname(target), path.dirname(target), 0o755);
        internal('fs_sync').copyFile(source, target);
      } else if (errorOnExist) {
        throw coded(Error, 'ERR_FS_CP_EEXIST', `Target already exists: cp returned EEXIST (${to} already exists) ${to}`);
      }
      return;
    }
    if (!recursive) {
      throw coded(Error, 'ERR_FS_EISDIR', `Recursive option not enabled, cannot copy a directory: cp returned EISDIR (${from} is a directory (not copied)) ${from}`);
    }
    mkdirs(target, to, 0o755);
    for (const name of namesIn(source)) {
      cp(`${source}/${name}`, `${target}/${name}`, options);
    }
  }

  function change(value, syscall, changes) {
    const file = pathOf(value);
    const entry = { ...found(file, syscall, value), ...changes };
    checkWritable(file, syscall, value);
    host.fileChange(file, entry.mode, entry.atimeMs, entry.mtimeMs);
  }

  const chmod = (value, mode) => change(value, 'chmod', { mode: modeOf(mode, undefined) & 0o7777 });
  const milliseconds = (time) => (time instanceof Date ? time.getTime() : Number(time) * 1000);
  const utimes = (value, accessed, modified) => change(value, 'utime', { atimeMs: milliseconds(accessed), mtimeMs: milliseconds(modified) });

  Object.assign(exports, { chmod, cp, mkdir, mkdtemp, rename, rm, rmdir, unlink, utimes });
})
