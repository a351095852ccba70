// What a request of http or https asks for: its options, checked as Node.js checks them.
(function httpOptions(exports, internal) {
  'use strict';
  const { coded, invalidArgument, notSimulated } = internal('errors');
  const { isToken } = internal('http_checks');
  const { URL, module } = internal('url');
  const unsimulated = ['socketPath', 'lookup', 'localAddress'];

  function optionsOf(input, given) {
    if (typeof input === 'string' || input instanceof URL) {
      const options = module.urlToHttpOptions(typeof input === 'string' ? new URL(input) : input);
      return Object.assign(options, typeof given === 'function' ? {} : given);
    }
    return Object.assign(Object.create(input ?? null), input, typeof given === 'function' ? {} : given);
  }

  function checkedHost(value, name) {
    if (value !== null && value !== undefined && typeof value !== 'string') {
      throw invalidArgument(`options.${name}`, 'of type string or one of undefined or null', value);
    }
    return value;
  }

  function agentOf(options, standard) {
    if (options.agent === false) {
      return new standard.constructor();
    }
    if (options.agent === null || options.agent === undefined) {
      return typeof options.createConnection === 'function' ? undefined : standard;
    }
    if (typeof options.agent.addRequest !== 'function') {
      throw invalidArgument('options.agent', 'one of Agent-like Object, undefined, or false', options.agent);
    }
    return options.agent;
  }

  function checkedProtocol(options, agent, standard) {
    const expected = agent?.protocol || standard.protocol;
    const protocol = options.protocol || standard.protocol;
    if (protocol !== expected) {
      throw coded(TypeError, 'ERR_INVALID_PROTOCOL', `Protocol "${protocol}" not supported. Expected "${expected}"`);
    }
    return protocol;
  }

  function checkedPath(path) {
    if (path && /[^\u0021-\u00ff]/.test(`${path}`)) {
      throw coded(TypeError, 'ERR_UNESCAPED_CHARACTERS', 'Request path contains unescaped characters');
    }
    return path || '/';
  }

  function checkedMethod(method) {
    if (method !== null && method !== undefined && typeof method !== 'string') {
      throw invalidArgument('options.method', 'of type string', method);
    }
    if (!method) {
      return 'GET';
    }
    if (!isToken(method)) {
      throw coded(TypeError, 'ERR_INVALID_HTTP_TOKEN', `Method must be a valid HTTP token ["${method}"]`);
    }
    if (method.toUpperCase() === 'CONNECT') {
      throw notSimulated('CONNECT requests');
    }
    return method.toUpperCase();
  }

  function checkSimulated(options) {
    for (const name of unsimulated) {
      if (options[name]) {
        throw notSimulated(`the option ${name} of http.request()`);
      }
    }
    if (options.insecureHTTPParser !== undefined && typeof options.insecureHTTPParser !== 'boolean') {
      throw invalidArgument('options.insecureHTTPParser', 'of type boolean', options.insecureHTTPParser);
    }
    if (options.insecureHTTPParser) {
      throw notSimulated('the option insecureHTTPParser of http.request()');
    }
    if (options.maxHeaderSize !== undefined && typeof options.maxHeaderSize !== 'number') {
      throw invalidArgument('maxHeaderSize', 'of type number', options.maxHeaderSize);
    }
  }

  // Of the Host header, as RFC 9110 (7.2) has it: the port only where it is not the scheme's.
  function hostHeader(host, port, defaultPort) {
    const name = host.includes(':', host.indexOf(':') + 1) && !host.startsWith('[') ? `[${host}]` : host;
    return port && Number(port) !== Number(defaultPort) ? `${name}:${port}` : name;
  }

  Object.assign(exports, { optionsOf, checkedHost, agentOf, checkedProtocol, checkedPath, checkedMethod, checkSimulated, hostHeader });
})
