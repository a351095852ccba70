// URL and URLSearchParams of the WHATWG's reference implementation, and Node's url module around them.
(function url(exports, internal) {
  'use strict';
  const { coded, invalidArgument, missingArguments } = internal('errors');
  const { port } = internal('ports');
  const whatwg = port('whatwg-url/index.js');
  const custom = Symbol.for('nodejs.util.inspect.custom');
  const fields = ['href', 'origin', 'protocol', 'username', 'password', 'host', 'hostname', 'port', 'pathname', 'search', 'searchParams', 'hash'];

  // The port's class, with Node's errors.
  function URLSearchParams(init = undefined) {
    if (new.target === undefined) {
      throw new TypeError("Class constructor URLSearchParams cannot be invoked without 'new'");
    }
    try {
      return Reflect.construct(whatwg.URLSearchParams, [init], new.target);
    } catch (error) {
      throw error instanceof TypeError && `${error.message}`.includes('sequence')
        ? coded(TypeError, 'ERR_INVALID_TUPLE', 'Each query pair must be an iterable [name, value] tuple') : error;
    }
  }
  Object.defineProperty(URLSearchParams, 'prototype', { value: whatwg.URLSearchParams.prototype, writable: false });
  Object.defineProperty(URLSearchParams.prototype, 'constructor', { value: URLSearchParams, writable: true, enumerable: false, configurable: true });
  for (const [name, ...needed] of [['append', 'name', 'value'], ['delete', 'name'], ['get', 'name'], ['getAll', 'name'], ['has', 'name'], ['set', 'name', 'value']]) {
    const original = URLSearchParams.prototype[name];
    Object.defineProperty(URLSearchParams.prototype, name, {
      value: {
        [name](...values) {
          if (values.length < needed.length) {
            throw missingArguments(...needed);
          }
          return Reflect.apply(original, this, values);
        },
      }[name],
      writable: true,
      enumerable: true,
      configurable: true,
    });
  }

  function invalidUrl(input, base) {
    const error = coded(TypeError, 'ERR_INVALID_URL', 'Invalid URL');
    error.input = input;
    if (base !== undefined) {
      error.base = base;
    }
    delete error.toString;
    return error;
  }

  class URL extends whatwg.URL {
    constructor(input, base = undefined) {
      if (arguments.length === 0) {
        throw missingArguments('url');
      }
      const text = `${input}`;
      const start = base === undefined ? undefined : `${base}`;
      try {
        super(text, start);
      } catch {
        throw invalidUrl(text, start);
      }
    }
    static canParse(input, base = undefined) {
      if (arguments.length === 0) {
        throw missingArguments('url');
      }
      return whatwg.URL.canParse(`${input}`, base === undefined ? undefined : `${base}`);
    }
    set href(value) {
      try {
        super.href = value;
      } catch {
        throw invalidUrl(`${value}`);
      }
    }
    get href() {
      return super.href;
    }
    [custom](depth, options, inspect) {
      if (typeof depth === 'number' && depth < 0) {
        return this;
      }
      const shown = {};
      for (const name of fields) {
        shown[name] = this[name];
      }
      return `${this.constructor.name} ${inspect(shown, options)}`;
    }
  }
  Object.defineProperty(URL.prototype, 'href', { enumerable: true });
  Object.defineProperty(URL, 'createObjectURL', {
    value() { throw internal('errors').notSimulated('URL.createObjectURL()'); }, writable: true, configurable: true,
  });

  Object.defineProperty(URLSearchParams.prototype, custom, {
    value(depth, options, inspect) {
      if (typeof depth === 'number' && depth < 0) {
        return inspect({}, options).replace('{}', '[Object]');
      }
      const pairs = [...this].map(([key, value]) => `${inspect(key, options)} => ${inspect(value, options)}`);
      const length = pairs.reduce((sum, pair) => sum + pair.length + 2, -2);
      if (pairs.length === 0) {
        return `${this.constructor.name} {}`;
      }
      return length > options.breakLength ? `${this.constructor.name} {\n  ${pairs.join(',\n  ')} }` : `${this.constructor.name} { ${pairs.join(', ')} }`;
    },
    writable: true,
    configurable: true,
  });

  function fileURLToPath(value) {
    if (typeof value !== 'string' && !(value instanceof whatwg.URL)) {
      throw invalidArgument('path', 'of type string or an instance of URL', value);
    }
    const { protocol, hostname, pathname } = typeof value === 'string' ? new URL(value) : value;
    if (protocol !== 'file:') {
      throw coded(TypeError, 'ERR_INVALID_URL_SCHEME', 'The URL must be of scheme file');
    }
    if (hostname !== '') {
      throw coded(TypeError, 'ERR_INVALID_FILE_URL_HOST', 'File URL host must be "localhost" or empty on linux');
    }
    if (/%2f/i.test(pathname)) {
      throw coded(TypeError, 'ERR_INVALID_FILE_URL_PATH', 'File URL path must not include encoded / characters');
    }
    return decodeURIComponent(pathname);
  }

  function pathToFileURL(file) {
    let path = internal('path').resolve(file);
    if (`${file}`.endsWith('/') && path !== '/') {
      path += '/';
    }
    const result = new URL('file:///');
    result.pathname = path.replace(/[%\\\n\r\t?#]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
    return result;
  }

  function urlToHttpOptions(value) {
    const { hostname, port: portNumber, username, password } = value;
    const options = {
      __proto__: null, ...value, protocol: value.protocol,
      hostname: hostname && hostname[0] === '[' ? hostname.slice(1, -1) : hostname,
      hash: value.hash, search: value.search, pathname: value.pathname, path: `${value.pathname || ''}${value.search || ''}`, href: value.href,
    };
    if (portNumber !== '') {
      options.port = Number(portNumber);
    }
    if (username || password) {
      options.auth = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    }
    return options;
  }

  function checkedText(value) {
    if (typeof value !== 'string') {
      throw invalidArgument('url', 'of type string', value);
    }
    return value;
  }

  const legacy = () => port('url/url.js');
  const module = {
    Url: undefined,
    parse: (text, parseQuery, slashesDenoteHost) => legacy().parse(checkedText(text), parseQuery, slashesDenoteHost),
    resolve: (from, to) => legacy().resolve(checkedText(from), to),
    resolveObject: (from, to) => legacy().resolveObject(from, to),
    format(value, options) {
      if (!(value instanceof whatwg.URL)) {
        if (typeof value !== 'string' && (value === null || typeof value !== 'object')) {
          throw invalidArgument('urlObject', 'one of type object or string', value);
        }
        return legacy().format(value);
      }
      const { auth = true, fragment = true, search = true, unicode = false } = options ?? {};
      const copy = new URL(value.href);
      if (!auth) {
        copy.username = '';
        copy.password = '';
      }
      copy.hash = fragment ? copy.hash : '';
      copy.search = search ? copy.search : '';
      return unicode && copy.hostname !== '' ? copy.href.replace(copy.hostname, module.domainToUnicode(copy.hostname)) : copy.href;
    },
    URL,
    URLSearchParams,
    domainToASCII(domain) {
      return URL.canParse(`ws://${domain}`) ? new URL(`ws://${domain}`).hostname : '';
    },
    domainToUnicode(domain) {
      return URL.canParse(`ws://${domain}`) ? internal('domains').toUnicode(new URL(`ws://${domain}`).hostname, {}).domain : '';
    },
    pathToFileURL,
    fileURLToPath,
    urlToHttpOptions,
  };
  Object.defineProperty(module, 'Url', { get: () => legacy().Url, enumerable: true, configurable: true });

  exports.URL = URL;
  exports.URLSearchParams = URLSearchParams;
  exports.module = module;
})
