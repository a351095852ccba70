// Node's CommonJS loader over the files of the deployment package.
(function modules(exports, internal, host, settings) {
  'use strict';
  const coded = (...values) => internal('errors').coded(...values);
  const notSimulated = (what) => internal('errors').notSimulated(what);
  const path = internal('path');
  const packages = internal('packages');
  const cache = Object.create(null);
  const root = '/var/task';
  const NONE = 0;
  const FILE = 1;
  const FOLDER = 2;

  const isRelative = (request) => request[0] === '/' || request.startsWith('./') || request.startsWith('../')
    || request === '.' || request === '..';
  const conditions = () => ['node', 'require', 'node-addons', ...(exports.requiresModules() ? ['module-sync'] : [])];

  // Lambda runs Node.js 20 and later with --no-experimental-require-module, unless NODE_OPTIONS asks for it.
  exports.requiresModules = () => settings.major >= 20
    && /(^|\s)--experimental-require-module(\s|$)/.test(settings.environment.NODE_OPTIONS ?? '');

  // The core module of that name, or undefined where the name is not a core module's.
  function coreName(request) {
    return isRelative(request) ? undefined : internal('core').nameOf(request);
  }

  // --- where a request leads --------------------------------------------------------------------

  function asFile(base) {
    for (const extension of ['', ...Object.keys(extensions)]) {
      if (host.kind(base + extension) === FILE) {
        return base + extension;
      }
    }
    return undefined;
  }

  function lacking(message, fields) {
    return Object.assign(new Error(message), { code: 'MODULE_NOT_FOUND', ...fields });
  }

  function asFolder(base, request) {
    if (host.kind(base) !== FOLDER) {
      return undefined;
    }
    const main = packages.description(base)?.main;
    if (typeof main !== 'string' || main === '') {
      return asFile(`${base}/index`);
    }
    const target = path.resolve(base, main);
    const found = asFile(target) ?? asFile(`${target}/index`) ?? asFile(`${base}/index`);
    if (found === undefined) {
      throw lacking(`Cannot find module '${target}'. Please verify that the package.json has a valid "main" entry`,
        { path: `${base}/package.json`, requestPath: request });
    }
    return found;
  }

  function existing(file, folder) {
    if (host.kind(file) !== FILE) {
      throw lacking(`Cannot find module '${file}'`, { path: `${folder}/package.json` });
    }
    return file;
  }

  function within(folders, request) {
    const { name, subpath } = packages.parts(request);
    for (const folder of folders) {
      const packageFolder = `${folder}/${name}`;
      if (host.kind(packageFolder) === FOLDER && packages.hasExports(packageFolder)) {
        return existing(packages.exported(packageFolder, subpath, conditions()), packageFolder);
      }
      const base = `${folder}/${request}`;
      const found = (request.endsWith('/') ? undefined : asFile(base)) ?? asFolder(path.resolve(base), request);
      if (found !== undefined) {
        return found;
      }
    }
    return undefined;
  }

  const searched = (folder) => [...packages.foldersFrom(folder), root];

  function internally(request, file) {
    if (request[0] !== '#' || file === undefined || !packages.scopeOf(file)?.content.imports) {
      return undefined;
    }
    const found = packages.internal(request, file, conditions());
    if (found.file !== undefined) {
      return existing(found.file, packages.scopeOf(file).folder);
    }
    return coreName(found.request) === undefined ? resolve(found.request, path.dirname(file), file) : found.request;
  }

  function bySelf(request, file) {
    const { name, subpath } = packages.parts(request);
    const folder = file === undefined ? undefined : packages.selfOf(file, name);
    return folder === undefined ? undefined : existing(packages.exported(folder, subpath, conditions(), file), folder);
  }

  /*
   * The file that a request leads to, or the name of a core module or of a package of Lambda's runtime; undefined where it leads nowhere.
   * file is who requires, if it is a file.
   */
  function resolve(request, folder, file, folders = searched(folder)) {
    if (isRelative(request)) {
      const base = path.resolve(folder, request);
      const isFolder = /(^|\/)\.{0,2}$/.test(request);
      return (isFolder ? undefined : asFile(base)) ?? asFolder(base, request);
    }
    return internally(request, file) ?? bySelf(request, file) ?? within(folders, request) ?? (internal('sdk/packages').has(request) ? request : undefined);
  }

  // --- modules ----------------------------------------------------------------------------------

  function stackOf(parent) {
    const files = [];
    for (let module = parent; module; module = module.parent) {
      files.push(module.filename);
    }
    return files;
  }

  function notFound(request, requireStack) {
    const stack = requireStack.length === 0 ? '' : `\nRequire stack:\n- ${requireStack.join('\n- ')}`;
    return lacking(`Cannot find module '${request}'${stack}`, { requireStack });
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
    constructor(id = '', parent = undefined) {
      this.id = id;
      this.path = path.dirname(id);
      this.exports = {};
      this.filename = null;
      this.loaded = false;
      this.children = [];
      this.paths = [];
      Object.defineProperty(this, 'parent', { value: parent, enumerable: false, writable: true, configurable: true });
    }
    require(request) {
      return load(checkedRequest(request), this);
    }
    _compile(content, filename) {
      const wrapper = new Function('exports', 'require', 'module', '__filename', '__dirname', content);
      return Reflect.apply(wrapper, this.exports, [this.exports, requireOf(this), this, filename, path.dirname(filename)]);
    }
  }

  function moduleOf(filename, parent) {
    const module = new Module(filename, parent);
    module.filename = filename;
    module.paths = packages.foldersFrom(module.path);
    return module;
  }

  function resolvedFor(module, request, options) {
    if (coreName(checkedRequest(request)) !== undefined) {
      return request;
    }
    for (const folder of options?.paths ?? [module.path]) {
      const file = resolve(request, folder, options?.paths === undefined ? module.filename ?? undefined : undefined);
      if (file !== undefined) {
        return file;
      }
    }
    throw notFound(request, stackOf(module));
  }

  function pathsFor(module, request) {
    if (coreName(checkedRequest(request)) !== undefined) {
      return null;
    }
    return isRelative(request) ? [module.path] : [...module.paths, ...settings.environment.NODE_PATH.split(':')];
  }

  function requireOf(module) {
    function require(request) {
      return module.require(request);
    }
    require.resolve = function resolve(request, options) {
      return resolvedFor(module, request, options);
    };
    require.resolve.paths = function paths(request) {
      return pathsFor(module, request);
    };
    require.main = undefined;
    require.extensions = extensions;
    require.cache = cache;
    return require;
  }

  // --- what is done with a file -----------------------------------------------------------------

  const extensions = Object.assign(Object.create(null), {
    '.js'(module, filename) {
      if (/\.m?js$/.test(filename) && isModule(filename)) {
        requireModule(module, filename);
        return;
      }
      internal('names').wrapped.add(filename);
      const wrapper = host.compile(filename);
      Reflect.apply(wrapper, module.exports, [module.exports, requireOf(module), module, filename, module.path]);
    },
    '.json'(module, filename) {
      try {
        module.exports = JSON.parse(host.text(filename));
      } catch (error) {
        error.message = `${filename}: ${error.message}`;
        throw error;
      }
    },
    '.node'(module, filename) {
      throw Object.assign(notSimulated(`native add-ons (${filename})`), { code: 'ERR_DLOPEN_FAILED' });
    },
  });

  function isModule(file) {
    return file.endsWith('.mjs') || (/(^|\/)[^/.]+$|\.js$/.test(file) && packages.isOfModules(file));
  }

  function requireModule(module, filename) {
    if (exports.requiresModules()) {
      module.exports = internal('imports').required(filename);
      return;
    }
    const { parent } = module;
    const by = parent === undefined ? '' : ` from ${parent.filename}`;
    const name = path.basename(filename);
    let remedy = `Instead change the require of ${filename} to a dynamic import() which is available in all CommonJS modules.`;
    if (!filename.endsWith('.mjs')) {
      const text = host.text(filename);
      const hasSyntax = /^\s*(import\b[^(]|export\b)/m.test(text);
      remedy = hasSyntax
        ? `Instead change the require of ${name} in ${parent?.filename ?? null} to a dynamic import() which is available in all CommonJS modules.`
        : `${name} is treated as an ES module file as it is a .js file whose nearest parent package.json contains "type": "module" which declares all .js files in that package scope as ES modules.\n`
          + `Instead either rename ${name} to end in .cjs, change the requiring code to use dynamic import() which is available in all CommonJS modules, or change "type": "module" to "type": "commonjs" in`
          + ` ${packages.scopeOf(filename).folder}/package.json to treat all .js files as CommonJS (using .mjs for all ES modules instead).\n`;
    }
    throw coded(Error, 'ERR_REQUIRE_ESM', `require() of ES Module ${filename}${by} not supported.\n${remedy}`);
  }

  function run(module) {
    const { filename } = module;
    const extension = Object.keys(extensions).filter((each) => filename.endsWith(each)).sort((a, b) => b.length - a.length)[0] ?? '.js';
    extensions[extension](module, filename);
    module.loaded = true;
  }

  function open(filename, parent) {
    const found = cache[filename];
    if (found !== undefined) {
      if (parent !== undefined && !parent.children.includes(found)) {
        parent.children.push(found);
      }
      return found.exports;
    }
    const module = moduleOf(filename, parent);
    cache[filename] = module;
    parent?.children.push(module);
    try {
      run(module);
    } catch (error) {
      delete cache[filename];
      const index = parent?.children.indexOf(module) ?? -1;
      if (index !== -1) {
        parent.children.splice(index, 1);
      }
      throw error;
    }
    return module.exports;
  }

  function load(request, parent) {
    const name = coreName(request);
    if (name !== undefined) {
      return internal('core').load(name);
    }
    const filename = resolve(request, parent.path, parent.filename ?? undefined);
    if (filename === undefined) {
      throw notFound(request, stackOf(parent));
    }
    return filename[0] === '/' ? open(filename, parent) : internal('core').load(coreName(filename) ?? filename);
  }

  exports.createRequire = (filename) => requireOf(moduleOf(filename, undefined));
  exports.Module = Module;
  exports.load = load;
  exports.resolvedFor = resolvedFor;
  exports.open = (filename) => open(filename, undefined);
  exports.resolve = resolve;
  exports.notFound = notFound;
  exports.isModule = isModule;
  exports.isRelative = isRelative;
  exports.coreName = coreName;
  exports.kind = (file) => host.kind(file);
  exports.FILE = FILE;
  exports.FOLDER = FOLDER;
  exports.NONE = NONE;
  exports.root = root;
  exports.cache = cache;
  exports.extensions = extensions;
})
