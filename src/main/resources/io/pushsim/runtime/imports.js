// What import statements lead to, by Node's algorithm: the half of the ES module loader that the engine asks (PackageFileSystem).
(function imports(exports, internal, host, settings) {
  'use strict';
  const coded = (...values) => internal('errors').coded(...values);
  const path = internal('path');
  const packages = internal('packages');
  const modules = internal('modules');
  const { FILE, FOLDER } = modules;
  const formats = { '.mjs': 'module', '.cjs': 'commonjs', '.json': 'json' };
  const faults = [];
  const namespaces = Object.create(null);

  const conditions = () => ['node', 'import', 'node-addons', ...(modules.requiresModules() ? ['module-sync'] : [])];

  // --- where a specifier leads ------------------------------------------------------------------

  function notFound(kind, name, importer) {
    return coded(Error, 'ERR_MODULE_NOT_FOUND', `Cannot find ${kind} '${name}' imported from ${importer}`);
  }

  function existing(file, importer) {
    const kind = modules.kind(file);
    if (kind === FOLDER) {
      throw coded(Error, 'ERR_UNSUPPORTED_DIR_IMPORT', `Directory import '${file}' is not supported resolving ES modules imported from ${importer}`);
    }
    if (kind !== FILE) {
      throw notFound('module', file, importer);
    }
    if (exports.formatOf(file) === 'unknown') {
      throw coded(TypeError, 'ERR_UNKNOWN_FILE_EXTENSION', `Unknown file extension "${path.extname(file)}" for ${file}`);
    }
    return file;
  }

  // A package without "exports" is entered by its main file, as CommonJS does it.
  function mainOf(folder, importer) {
    const main = packages.description(folder)?.main;
    const tries = typeof main === 'string' ? ['', '.js', '.json', '.node', '/index.js', '/index.json', '/index.node'].map((end) => `${main}${end}`) : [];
    const found = [...tries, 'index.js', 'index.json', 'index.node'].map((name) => path.resolve(folder, name)).find((file) => modules.kind(file) === FILE);
    if (found === undefined) {
      throw notFound('package', `${folder}/${typeof main === 'string' ? main : 'index.js'}`, importer);
    }
    return found;
  }

  function ofPackage(specifier, importer) {
    const { name, subpath } = packages.parts(specifier);
    if (name.startsWith('.') || /[\\%]/.test(name) || (name[0] === '@' && !name.includes('/'))) {
      throw coded(TypeError, 'ERR_INVALID_MODULE_SPECIFIER', `Invalid module "${specifier}" is not a valid package name imported from ${importer}`);
    }
    const self = packages.selfOf(importer, name);
    if (self !== undefined) {
      return packages.exported(self, subpath, conditions(), importer);
    }
    for (const folder of packages.foldersFrom(path.dirname(importer))) {
      const packageFolder = `${folder}/${name}`;
      if (modules.kind(packageFolder) === FOLDER) {
        if (packages.hasExports(packageFolder)) {
          return packages.exported(packageFolder, subpath, conditions(), importer);
        }
        return subpath === '.' ? mainOf(packageFolder, importer) : path.resolve(packageFolder, subpath);
      }
    }
    // Lambda's Node.js looks along NODE_PATH, on which the task's root is, for imports too.
    const file = settings.major >= 18 ? modules.resolve(`./${specifier}`, modules.root) : undefined;
    if (file === undefined && !internal('sdk/packages').has(specifier)) {
      throw notFound('package', name, importer);
    }
    return file ?? `node:${specifier}`;
  }

  function ofUrl(specifier, importer) {
    const url = new (internal('url').URL)(specifier);
    if (url.protocol === 'node:') {
      return `node:${modules.coreName(specifier)}`;
    }
    if (url.protocol !== 'file:') {
      throw coded(Error, 'ERR_UNSUPPORTED_ESM_URL_SCHEME', 'Only URLs with a scheme in: file, data, and node are supported by the default ESM loader.'
        + ` Received protocol '${url.protocol}'`);
    }
    return existing(internal('url').module.fileURLToPath(url), importer);
  }

  function found(specifier, importer) {
    if (/^[a-z][a-z0-9+.-]*:/i.test(specifier)) {
      return ofUrl(specifier, importer);
    }
    if (modules.isRelative(specifier)) {
      return existing(path.resolve(path.dirname(importer), decodeURIComponent(specifier.replace(/[?#].*$/s, ''))), importer);
    }
    const name = modules.coreName(specifier);
    if (name !== undefined) {
      return `node:${name}`;
    }
    if (specifier[0] === '#') {
      const inside = packages.internal(specifier, importer, conditions());
      return inside.file === undefined ? found(inside.request, importer) : existing(inside.file, importer);
    }
    const target = ofPackage(specifier, importer);
    return target.startsWith('node:') ? target : existing(target, importer);
  }

  // What CommonJS would have found, as an import has to name it.
  function hint(specifier, importer) {
    const folder = path.dirname(importer);
    let file;
    try {
      file = modules.resolve(specifier, folder, importer);
    } catch {
      return '';
    }
    if (file === undefined || file[0] !== '/') {
      return '';
    }
    let name = `file://${file}`;
    if (specifier[0] === '.') {
      const relative = path.relative(folder, file);
      name = relative.startsWith('../') ? relative : `./${relative}`;
    } else {
      const [head] = specifier.split('/');
      const place = file.lastIndexOf(`/node_modules/${head}/`);
      name = place === -1 ? name : file.slice(place + '/node_modules/'.length);
    }
    return `\nDid you mean to import "${name}"?`;
  }

  function hinted(error, specifier, importer) {
    if (error.code === 'ERR_MODULE_NOT_FOUND' || error.code === 'ERR_UNSUPPORTED_DIR_IMPORT') {
      error.message += hint(specifier, importer);
    }
    return error;
  }

  // --- what the engine asks ---------------------------------------------------------------------

  function kept(error) {
    faults.push(error);
    return `fault:${faults.length - 1}`;
  }

  // A file, node: and a core module's name, or fault: and a number.
  exports.resolve = (specifier, importer) => {
    try {
      const target = found(specifier, importer);
      // What cannot be had is refused here, where the fault is kept: one of exports.text() would pass the host and lose its class.
      if (target.startsWith('node:')) {
        required(target);
      }
      return target;
    } catch (error) {
      return kept(hinted(error, specifier, importer));
    }
  };

  // The fault of a file that is not to be had.
  exports.missing = (file, importer) => {
    try {
      existing(file, importer);
    } catch (error) {
      const relative = path.relative(path.dirname(importer), file);
      return kept(hinted(error, relative.startsWith('../') ? relative : `./${relative}`, importer));
    }
    throw new Error(`${file} is there`);
  };

  exports.fault = (number) => faults[number];
  // The engine's errors have the text of ours, and nothing else of it.
  exports.faultBehind = (error) => faults.find((each) => each.message === error?.message) ?? error;

  // 'module', 'commonjs', 'json' or 'unknown'.
  exports.formatOf = (file) => {
    const extension = path.extname(file);
    if (extension === '' || extension === '.js') {
      return modules.isModule(file) ? 'module' : 'commonjs';
    }
    return formats[extension] ?? 'unknown';
  };

  // --- texts of modules that re-export what CommonJS files and core modules have -----------------

  function namesIn(file, seen) {
    if (seen.has(file)) {
      return [];
    }
    seen.add(file);
    let parsed;
    try {
      parsed = internal('ports').port('cjs-module-lexer/lexer.js').parse(host.text(file));
    } catch {
      return [];
    }
    return parsed.reexports.reduce((names, request) => [...names, ...namesBehind(request, file, seen)], parsed.exports);
  }

  function namesBehind(request, file, seen) {
    try {
      const target = modules.coreName(request) === undefined ? modules.resolve(request, path.dirname(file), file) : undefined;
      return target !== undefined && target[0] === '/' && !/\.(json|node|mjs)$/.test(target) ? namesIn(target, seen) : [];
    } catch {
      return [];
    }
  }

  function required(request) {
    return request.startsWith('node:') ? internal('core').load(request.slice(5)) : modules.open(request);
  }

  exports.text = (request) => {
    const isCore = request.startsWith('node:');
    const names = new Set(isCore ? Object.keys(required(request)) : namesIn(request, new Set()));
    names.delete('default');
    const lines = [`const { value, get } = globalThis[Symbol.for('pushsim.imports')].required(${JSON.stringify(request)});`, 'export default value;'];
    [...names].forEach((name, index) => lines.push(`const e${index} = get(${JSON.stringify(name)}); export { e${index} as ${JSON.stringify(name)} };`));
    return lines.join('\n');
  };

  function getter(value) {
    return (name) => {
      try {
        return Object.hasOwn(value, name) ? value[name] : undefined;
      } catch {
        return undefined;
      }
    };
  }

  // --- what modules' texts call -----------------------------------------------------------------

  function describe(meta) {
    const { url } = meta;
    const filename = internal('url').module.fileURLToPath(url);
    delete meta.url;
    if (settings.major >= 20) {
      Object.assign(meta, { dirname: path.dirname(filename), filename });
    }
    meta.resolve = function resolve(specifier) {
      let target;
      try {
        target = found(`${specifier}`, filename);
      } catch (error) {
        // A file need not be there to have an address.
        if (error.code !== 'ERR_MODULE_NOT_FOUND' || !modules.isRelative(`${specifier}`)) {
          throw error;
        }
        target = path.resolve(path.dirname(filename), specifier);
      }
      return target.startsWith('node:') ? target : internal('url').module.pathToFileURL(target).href;
    };
    meta.url = url;
  }

  exports.forTexts = Object.freeze({
    required(request) {
      const value = required(request);
      return { value, get: getter(value) };
    },
    describe,
    fault: (number) => faults[number],
  });

  // --- require() of an ES module ----------------------------------------------------------------

  function ran(file) {
    try {
      return host.importNow(file, false);
    } catch (error) {
      throw exports.faultBehind(error);
    }
  }

  // A name of a module that still waits cannot be read.
  function isDone(result) {
    try {
      return result.done;
    } catch {
      return false;
    }
  }

  // Runs the module now; where it waits for something, it cannot be had so.
  exports.required = (file) => {
    if (namespaces[file] === undefined) {
      const result = ran(file);
      if (!isDone(result)) {
        throw coded(Error, 'ERR_REQUIRE_ASYNC_MODULE', 'require() cannot be used on an ESM graph with top-level await. Use import() instead.'
          + ' To see where the top-level await comes from, use --experimental-print-required-tla.');
      }
      const { all } = result;
      namespaces[file] = 'default' in all && !('__esModule' in all) ? host.importNow(file, true) : all;
    }
    const namespace = namespaces[file];
    return settings.major >= 22 && 'module.exports' in namespace ? namespace['module.exports'] : namespace;
  };
})
