// What package.json files say: the package a file belongs to, and what "exports" and "imports" lead to, by Node's algorithm.
(function packages(exports, internal, host) {
  'use strict';
  const coded = (...values) => internal('errors').coded(...values);
  const path = internal('path');
  const descriptions = new Map();
  const parse = JSON.parse;

  const from = (base) => (base ? ` imported from ${base}` : '');

  // --- package.json -----------------------------------------------------------------------------

  // The content of a folder's package.json, or undefined where there is none.
  function description(folder) {
    if (!descriptions.has(folder)) {
      const file = `${folder}/package.json`;
      const text = host.text(file);
      let content;
      if (text !== null) {
        try {
          content = parse(text);
        } catch (error) {
          throw coded(Error, 'ERR_INVALID_PACKAGE_CONFIG', `Invalid package config ${file}.`);
        }
      }
      descriptions.set(folder, content);
    }
    return descriptions.get(folder);
  }

  // The nearest package.json of a file, and its folder; undefined where there is none.
  function scopeOf(file) {
    for (let folder = path.dirname(file); !folder.endsWith('/node_modules'); folder = path.dirname(folder)) {
      const content = description(folder);
      if (content !== undefined) {
        return { folder, content };
      }
      if (folder === '/') {
        return undefined;
      }
    }
    return undefined;
  }

  exports.description = description;
  exports.scopeOf = scopeOf;
  exports.isOfModules = (file) => scopeOf(file)?.content.type === 'module';

  // --- targets ----------------------------------------------------------------------------------

  function invalidTarget(place, target) {
    const { folder, key, isImport, base } = place;
    const where = `defined ${key === '.' ? '' : `for '${key}' `}in the package config ${folder}/package.json${from(base)}`;
    const kind = isImport ? '"imports"' : '"exports"';
    const remedy = typeof target === 'string' && !isImport && target !== '' && !target.startsWith('./') ? '; targets must start with "./"' : '';
    return coded(Error, 'ERR_INVALID_PACKAGE_TARGET', `Invalid ${kind} ${key === '.' ? 'main ' : ''}target ${JSON.stringify(target)} ${where}${remedy}`);
  }

  const leadsOut = (target) => target.split(/[\\/]/).some((part) => ['.', '..', 'node_modules'].includes(decodeURIComponent(part).toLowerCase()));

  function textTarget(target, match, place, conditions) {
    if (!target.startsWith('./')) {
      const isName = place.isImport && !target.startsWith('../') && !target.startsWith('/') && !/^[a-z][a-z0-9+.-]*:/i.test(target.replace(/^node:/, ''));
      if (!isName) {
        throw invalidTarget(place, target);
      }
      const name = match === undefined ? target : target.replaceAll('*', () => match);
      return { request: name };
    }
    if (leadsOut(target.slice(2))) {
      throw invalidTarget(place, target);
    }
    if (match === undefined) {
      return { file: path.resolve(place.folder, target) };
    }
    if (leadsOut(match)) {
      throw coded(TypeError, 'ERR_INVALID_MODULE_SPECIFIER', `Invalid module "${place.key.replace('*', () => match)}" request is not a valid match in pattern "${place.key}" for the`
        + ` "${place.isImport ? 'imports' : 'exports'}" resolution of ${place.folder}/package.json${from(place.base)}`);
    }
    return { file: path.resolve(place.folder, target.replaceAll('*', () => match)) };
  }

  // The first of several that is valid; where none is, the last one's fault.
  function firstTarget(targets, match, place, conditions) {
    let fault = null;
    for (const each of targets) {
      try {
        const found = targetOf(each, match, place, conditions);
        if (found === null) {
          fault = null;
        } else if (found !== undefined) {
          return found;
        }
      } catch (error) {
        if (error.code !== 'ERR_INVALID_PACKAGE_TARGET') {
          throw error;
        }
        fault = error;
      }
    }
    if (fault !== null) {
      throw fault;
    }
    return targets.length === 0 ? null : undefined;
  }

  // A file or a further request; null where the package shuts it off, undefined where no condition holds.
  function targetOf(target, match, place, conditions) {
    if (typeof target === 'string') {
      return textTarget(target, match, place, conditions);
    }
    if (Array.isArray(target)) {
      return firstTarget(target, match, place, conditions);
    }
    if (target === null) {
      return null;
    }
    if (typeof target !== 'object') {
      throw invalidTarget(place, target);
    }
    for (const key of Object.keys(target)) {
      if (key === 'default' || conditions.includes(key)) {
        const found = targetOf(target[key], match, place, conditions);
        if (found !== undefined) {
          return found;
        }
      }
    }
    return undefined;
  }

  // Patterns with the longer beginning come first.
  function byLength(a, b) {
    return b.indexOf('*') - a.indexOf('*') || b.length - a.length;
  }

  function mapped(map, request, place, conditions) {
    if (Object.hasOwn(map, request) && !request.includes('*') && !request.endsWith('/')) {
      return targetOf(map[request], undefined, { ...place, key: request }, conditions);
    }
    const patterns = Object.keys(map).filter((key) => key.split('*').length === 2).sort(byLength);
    for (const key of patterns) {
      const [head, tail] = key.split('*');
      if (request !== head && request.startsWith(head) && request.endsWith(tail) && request.length >= key.length) {
        const match = request.slice(head.length, request.length - tail.length);
        return targetOf(map[key], match, { ...place, key }, conditions);
      }
    }
    return undefined;
  }

  function subpathsOf(map, folder, base) {
    if (typeof map !== 'object' || map === null || Array.isArray(map)) {
      return { '.': map };
    }
    const keys = Object.keys(map);
    const dotted = keys.filter((key) => key.startsWith('.')).length;
    if (dotted !== 0 && dotted !== keys.length) {
      throw coded(Error, 'ERR_INVALID_PACKAGE_CONFIG', `Invalid package config ${folder}/package.json${base ? ` while importing ${base}` : ''}. "exports" cannot contain some keys starting`
        + " with '.' and some not. The exports object must either be an object of package subpath keys or an object of main entry condition name keys only.");
    }
    return dotted === 0 ? { '.': map } : map;
  }

  /*
   * The file that a package's "exports" name for a subpath ('.' or './…'), whether it is there or not.
   * base is who imports, for errors, and nothing where somebody requires.
   */
  exports.exported = (folder, subpath, conditions, base) => {
    const found = mapped(subpathsOf(description(folder).exports, folder, base), subpath, { folder, isImport: false, base }, conditions);
    if (found === undefined || found === null) {
      throw coded(Error, 'ERR_PACKAGE_PATH_NOT_EXPORTED', subpath === '.'
        ? `No "exports" main defined in ${folder}/package.json${from(base)}`
        : `Package subpath '${subpath}' is not defined by "exports" in ${folder}/package.json${from(base)}`);
    }
    return found.file;
  };

  // Whether a package says which of its files others may have.
  exports.hasExports = (folder) => description(folder)?.exports !== undefined && description(folder)?.exports !== null;

  // What a request that begins with # leads to within the package of the file that makes it: { file } or { request }.
  exports.internal = (request, base, conditions) => {
    if (request === '#' || request.startsWith('#/') || request.endsWith('/')) {
      throw coded(TypeError, 'ERR_INVALID_MODULE_SPECIFIER', `Invalid module "${request}" is not a valid internal imports specifier name${from(base)}`);
    }
    const scope = scopeOf(base);
    const map = scope?.content.imports;
    if (typeof map === 'object' && map !== null) {
      const found = mapped(map, request, { folder: scope.folder, isImport: true, base }, conditions);
      if (found !== undefined && found !== null) {
        return found;
      }
    }
    throw coded(TypeError, 'ERR_PACKAGE_IMPORT_NOT_DEFINED',
      `Package import specifier "${request}" is not defined${scope === undefined ? '' : ` in package ${scope.folder}/package.json`}${from(base)}`);
  };

  // --- names ------------------------------------------------------------------------------------

  // A request's package and what it asks for within: '.' or './…'.
  exports.parts = (request) => {
    const match = /^((?:@[^/]+\/)?[^/]+)(\/.*)?$/.exec(request);
    return match === null ? { name: request, subpath: '.' } : { name: match[1], subpath: `.${match[2] ?? ''}` };
  };

  // Where node_modules are looked for from a folder, the nearest first.
  exports.foldersFrom = (folder) => {
    const folders = [];
    for (let at = folder; ; at = path.dirname(at)) {
      if (!at.endsWith('/node_modules')) {
        folders.push(`${at === '/' ? '' : at}/node_modules`);
      }
      if (at === '/') {
        return folders;
      }
    }
  };

  // The package that a file belongs to, where that is how the package calls itself and it has "exports".
  exports.selfOf = (file, name) => {
    const scope = scopeOf(file);
    return scope !== undefined && scope.content.name === name && exports.hasExports(scope.folder) ? scope.folder : undefined;
  };
})
