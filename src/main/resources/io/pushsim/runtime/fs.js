// Node's fs module: each function at once, with a callback, or as a promise.
(function fs(exports, internal) {
  'use strict';
  const files = internal('fs_sync');
  const { pathOf, constants } = internal('fs_paths');
  const { Stats, Dirent } = internal('fs_stats');
  const { invalidArgument, refusal } = internal('errors');
  const { setImmediate } = internal('loop');
  const ofBoth = new Set(['appendFile', 'readFile', 'writeFile']);
  const ofDescriptors = new Set(['close', 'fdatasync', 'fstat', 'fsync', 'ftruncate', 'read', 'write']);

  function checked(callback, name = 'cb') {
    if (typeof callback !== 'function') {
      throw invalidArgument(name, 'of type function', callback);
    }
    return callback;
  }

  // What is wrong with the path is said at once, as in Node.js; all else by the callback.
  function withCallback(name, finish = (callback, value) => callback(null, value)) {
    return {
      [name](...values) {
        const callback = checked(typeof values[values.length - 1] === 'function' ? values.pop() : undefined);
        if (!ofDescriptors.has(name) && !(typeof values[0] === 'number' && ofBoth.has(name))) {
          pathOf(values[0], { copyFile: 'src', cp: 'src', rename: 'oldPath', mkdtemp: 'prefix' }[name] ?? 'path');
        }
        setImmediate(() => {
          let value;
          try {
            value = files[name](...values);
          } catch (error) {
            callback(error);
            return;
          }
          if (value === undefined) {
            callback(null);
          } else {
            finish(callback, value, values);
          }
        });
      },
    }[name];
  }

  const module = {};
  for (const name of Object.keys(files)) {
    if (name !== 'exists') {
      const sync = `${name}Sync`;
      module[sync] = { [sync]: (...values) => files[name](...values) }[sync];
      module[name] = withCallback(name);
    }
  }
  for (const name of ['read', 'write']) {
    module[name] = withCallback(name, (callback, count, [, buffer]) => callback(null, count, buffer));
    const key = name === 'read' ? 'bytesRead' : 'bytesWritten';
    Object.defineProperty(module[name], Symbol.for('nodejs.util.promisify.custom'), {
      value: (...values) => new Promise((resolve, reject) => {
        module[name](...values, (error, count, buffer) => (error ? reject(error) : resolve({ [key]: count, buffer })));
      }),
    });
  }
  module.existsSync = (path) => files.exists(path);
  module.exists = (path, callback) => {
    checked(callback, 'callback');
    setImmediate(() => callback(files.exists(path)));
  };
  Object.defineProperty(module.exists, Symbol.for('nodejs.util.promisify.custom'), { value: async (path) => files.exists(path) });
  module.realpath.native = module.realpath;
  module.realpathSync.native = module.realpathSync;
  for (const name of ['chown', 'fchmod', 'fchown', 'futimes', 'lchmod', 'lchown', 'link', 'lutimes', 'opendir', 'readlink', 'readv', 'statfs', 'symlink', 'writev']) {
    for (const full of [name, `${name}Sync`]) {
      module[full] = refusal(full, `fs.${full}`);
    }
  }
  for (const name of ['watch', 'watchFile', 'unwatchFile', 'openAsBlob']) {
    module[name] = refusal(name, `fs.${name}`);
  }
  Object.assign(module, { Stats, Dirent, constants, F_OK: 0, R_OK: 4, W_OK: 2, X_OK: 1 });
  module.createReadStream = (path, options) => new (internal('fs_streams').ReadStream)(path, options);
  module.createWriteStream = (path, options) => new (internal('fs_streams').WriteStream)(path, options);
  for (const name of ['ReadStream', 'WriteStream']) {
    Object.defineProperty(module, name, { get: () => internal('fs_streams')[name], enumerable: true, configurable: true });
  }
  Object.defineProperty(module, 'promises', { get: () => internal('fs_promises'), enumerable: true, configurable: true });
  return module;
})
