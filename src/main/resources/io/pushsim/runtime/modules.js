// Node's CommonJS loader over the files of the deployment package.
(function modules(exports, internal, host, settings) {
  'use strict';
  const coded = (...values) => internal('errors').coded(...values);
  const notSimulated = (what) => internal('errors').notSimulated(what);
  const path = internal('path');
  const cache = Object.create(null);
  const descriptions = new Map();
  const root = '/var/task';
  const NONE = 0;
  const FILE = 1;
  const FOLDER = 2;

  const isRelative = (request) => request[0] === '/' || request.startsWith('./') || request.startsWith('../')
    || request === '.' || request === '..';

  // The core module of that name, or undefined where the name is not a core module's.
  function coreName(request) {
    return isRelative(request) ? undefined : internal('core').nameOf(request);
  }

  function description(folder) {
    if (!descriptions.has(folder)) {
      const text = host.text(`${folder}/package.json`);
      let content;
      if (text !== null) {
        try {
          content = JSON.parse(text);
        } catch (error) {
          throw coded(Error, 'ERR_INVALID_PACKAGE_CONFIG', `Invalid package config ${folder}/package.json.\n${error.message}`);
        }
      }
      descriptions.set(folder, content);
    }
    return descriptions.get(folder);
  }

  function typeOf(file) {
    for (let folder = path.dirname(file); folder !== '/' && !folder.endsWith('/node_modules'); folder = path.dirname(folder)) {
      const content = description(folder);
      if (content !== undefined) {
        return content.type === 'module' ? 'module' : 'commonjs';
      }
    }
    return 'commonjs';
  }

  function isModule(file) {
    return file.endsWith('.mjs') || (file.endsWith('.js') && typeOf(file) === 'module');
  }

  function asFile(base) {
    for (const extension of ['', '.js', '.json', '.node']) {
      if (host.kind(base + extension) === FILE) {
        return base + extension;
      }
    }
    return undefined;
  }

  function asFolder(base) {
    if (host.kind(base) !== FOLDER) {
      return undefined;
    }
    const main = description(base)?.main;
    if (typeof main === 'string' && main !== '') {
      const file = asFile(path.resolve(base, main)) ?? asFile(path.resolve(base, main, 'index'));
      if (file !== undefined) {
        return file;
      }
    }
    return asFile(`${base}/index`);
  }

  function condition(target, conditions) {
    if (typeof target === 'string') {
      return target;
    }
    if (Array.isArray(target)) {
      return target.map((each) => condition(each, conditions)).find((each) => each !== undefined);
    }
    if (target !== null && typeof target === 'object') {
      for (const key of Object.keys(target)) {
        if (conditions.includes(key)) {
          const found = condition(target[key], conditions);
          if (found !== undefined) {
            return found;
          }
        }
      }
    }
    return undefined;
  }

  // The package's "exports": undefined where there are none, else the file they name.
  function exported(folder, subpath, conditions) {
    const map = description(folder)?.exports;
    if (map === undefined || map === null) {
      return undefined;
    }
    const subpaths = typeof map === 'object' && !Array.isArray(map) && Object.keys(map).some((key) => key.startsWith('.')) ? map : { '.': map };
    let target = condition(subpaths[subpath], conditions);
    if (target === undefined) {
      for (const key of Object.keys(subpaths).filter((each) => each.includes('*')).sort((a, b) => b.length - a.length)) {
        const [head, tail] = key.split('*');
        if (subpath.startsWith(head) && subpath.endsWith(tail) && subpath.length >= key.length) {
          target = condition(subpaths[key], conditions)?.replaceAll('*', subpath.slice(head.length, subpath.length - tail.length));
          break;
        }
      }
    }
    if (target === undefined) {
      throw coded(Error, 'ERR_PACKAGE_PATH_NOT_EXPORTED', subpath === '.'
        ? `No "exports" main defined in ${folder}/package.json`
        : `Package subpath '${subpath}' is not defined by "exports" in ${folder}/package.json`);
    }
    return path.resolve(folder, target);
  }

  function asPackage(request, from, conditions) {
    const match = /^((?:@[^/]+\/)?[^/]+)(\/.*)?$/.exec(request);
    const [name, rest] = match === null ? [request, ''] : [match[1], match[2] ?? ''];
    for (let folder = from; ; folder = path.dirname(folder)) {
      if (!folder.endsWith('/node_modules')) {
        const packageFolder = `${folder === '/' ? '' : folder}/node_modules/${name}`;
        if (host.kind(packageFolder) === FOLDER) {
          const found = exported(packageFolder, `.${rest}`, conditions)
            ?? asFile(packageFolder + rest) ?? asFolder(packageFolder + rest);
          if (found !== undefined) {
            return found;
          }
        }
        const file = asFile(`${folder === '/' ? '' : folder}/node_modules/${request}`);
        if (file !== undefined) {
          return file;
        }
      }
      if (folder === '/') {
        break;
      }
    }
    // Lambda puts the task's root on NODE_PATH.
    return asFile(`${root}/${request}`) ?? asFolder(`${root}/${request}`);
  }

  function resolve(request, from, conditions = ['node', 'require', 'module-sync', 'default']) {
    if (isRelative(request)) {
      const base = path.resolve(from, request);
      return (request.endsWith('/') ? undefined : asFile(base)) ?? asFolder(base);
    }
    return asPackage(request, from, conditions);
  }

  function stackOf(parent) {
    const files = [];
    for (let module = parent; module; module = module.parent) {
      files.push(module.filename);
    }
    return files;
  }

  function notFound(request, requireStack) {
    const stack = requireStack.length === 0 ? '' : `\nRequire stack:\n- ${requireStack.join('\n- ')}`;
    const error = new Error(`Cannot find module '${request}'${stack}`);
    error.code = 'MODULE_NOT_FOUND';
    error.requireStack = requireStack;
    return error;
  }

  function checkedRequest(request) {
    if (typeof request !== 'string') {
      throw internal('errors').invalidArgument('id', 'of type string', request);
    }
    if (request === '') {
      throw coded(TypeError, 'ERR_INVALID_ARG_VALUE', "The argument 'id' must be a non-empty string. Received ''");
    }
    return request;
  }

  class Module {
    constructor(filename, parent) {
      this.id = parent === undefined ? '.' : filename;
      this.path = path.dirname(filename);
      this.exports = {};
      this.filename = filename;
      this.loaded = false;
      this.children = [];
      this.paths = [];
      Object.defineProperty(this, 'parent', { value: parent, enumerable: false, writable: true, configurable: true });
    }
    require(request) {
      return load(checkedRequest(request), this);
    }
  }

  function requireOf(module) {
    function require(request) {
      return load(checkedRequest(request), module);
    }
    require.resolve = function (request, options) {
      if (coreName(checkedRequest(request)) !== undefined) {
        return request;
      }
      for (const folder of options?.paths ?? [module.path]) {
        const file = resolve(request, folder);
        if (file !== undefined) {
          return file;
        }
      }
      throw notFound(request, stackOf(module));
    };
    require.cache = cache;
    require.main = undefined;
    require.extensions = Object.create(null);
    return require;
  }

  function run(module) {
    const { filename } = module;
    if (filename.endsWith('.json')) {
      const text = host.text(filename);
      try {
        module.exports = JSON.parse(text);
      } catch (error) {
        error.message = `${filename}: ${error.message}`;
        throw error;
      }
    } else if (filename.endsWith('.node')) {
      throw notSimulated(`native add-ons (${filename})`);
    } else if (isModule(filename)) {
      throw coded(Error, 'ERR_REQUIRE_ESM', `require() of ES Module ${filename} not supported.\nInstead change the require of ${filename} to a dynamic import() which is available in all CommonJS modules.`);
    } else {
      internal('names').wrapped.add(filename);
      const wrapper = host.compile(filename);
      Reflect.apply(wrapper, module.exports, [module.exports, requireOf(module), module, filename, module.path]);
    }
    module.loaded = true;
  }

  function open(filename, parent) {
    const found = cache[filename];
    if (found !== undefined) {
      return found.exports;
    }
    const module = new Module(filename, parent);
    cache[filename] = module;
    parent?.children.push(module);
    try {
      run(module);
    } catch (error) {
      delete cache[filename];
      throw error;
    }
    return module.exports;
  }

  function load(request, parent) {
    const name = coreName(request);
    if (name !== undefined) {
      return internal('core').load(name);
    }
    const filename = resolve(request, parent.path);
    if (filename === undefined) {
      throw notFound(request, stackOf(parent));
    }
    return open(filename, parent);
  }

  exports.createRequire = (filename) => requireOf(new Module(filename, undefined));
  exports.open = (filename) => open(filename, undefined);
  exports.resolve = resolve;
  exports.notFound = notFound;
  exports.isModule = isModule;
  exports.kind = (file) => host.kind(file);
  exports.FILE = FILE;
  exports.NONE = NONE;
  // For import statements: what a CommonJS file or a core module exports.
  exports.requireForImport = (request) => {
    const name = coreName(request);
    return name !== undefined ? internal('core').load(name) : open(request, undefined);
  };
  // Where an import statement leads that names no relative file: a core module's name or a file.
  exports.resolveForImport = (request) => {
    const name = coreName(request);
    return name !== undefined ? `node:${name}` : resolve(request, root, ['node', 'import', 'module-sync', 'default']);
  };
})
