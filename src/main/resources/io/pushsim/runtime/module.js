// Node's module named module: what there is to require, and require for files that import.
(function module_(exports, internal) {
  'use strict';
  const core = internal('core');
  const { invalidValue, refusal } = internal('errors');

  const modules = internal('modules');
  const { Module } = modules;

  function createRequire(value) {
    const text = typeof value === 'string' && value.startsWith('file:') ? new (internal('url').URL)(value) : value;
    const file = typeof text === 'object' && text !== null ? internal('url').module.fileURLToPath(text) : text;
    if (typeof file !== 'string' || file[0] !== '/') {
      throw invalidValue('filename', value, 'must be a file URL object, file URL string, or absolute path string');
    }
    return modules.createRequire(file.endsWith('/') ? `${file}noop.js` : file);
  }

  exports.Module = Object.assign(Module, {
    Module,
    builtinModules: [...core.names],
    createRequire,
    _cache: modules.cache,
    _extensions: modules.extensions,
    _load: (request, parent) => modules.load(request, parent ?? new Module('/var/task/.')),
    _nodeModulePaths: (folder) => internal('packages').foldersFrom(folder),
    _resolveFilename: (request, parent, isMain, options) => modules.resolvedFor(parent ?? new Module('/var/task/.'), request, options),
    isBuiltin: (name) => core.names.includes(`${name}`.replace(/^node:/, '')),
  });
  for (const name of ['findSourceMap', 'register', 'runMain', 'syncBuiltinESMExports', 'wrap']) {
    Module[name] = refusal(name, `module.${name}`);
  }
})
