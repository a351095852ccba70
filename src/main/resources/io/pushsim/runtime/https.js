// Node's https module: requests over TLS. What would change whom a connection trusts is refused.
(function https(exports, internal) {
  'use strict';
  const { refusal, notSimulated } = internal('errors');
  const agents = internal('http_agent');
  const { Socket } = internal('http_socket');
  const identity = ['ca', 'cert', 'clientCertEngine', 'ciphers', 'key', 'pfx'];
  const rest = ['servername', 'minVersion', 'maxVersion', 'secureProtocol', 'crl', 'honorCipherOrder', 'ecdhCurve', 'dhparam', 'secureOptions',
    'sessionIdContext', 'sigalgs', 'privateKeyIdentifier', 'privateKeyEngine'];

  // AWS's own endpoints are pushsim's, which no TLS is between.
  const isOfAws = (host) => /\.amazonaws\.com(\.cn)?$/i.test(host);

  function checkTrust(options) {
    if (isOfAws(options.host)) {
      return;
    }
    for (const name of ['ca', 'cert', 'key', 'pfx']) {
      if (options[name] !== undefined && options[name] !== null) {
        throw notSimulated(`the option ${name} of https.request()`);
      }
    }
    if (options.rejectUnauthorized === false) {
      throw notSimulated('the option rejectUnauthorized: false of https.request()');
    }
  }

  // A function and not a class, since old code calls Agent.call(this).
  function Agent(options) {
    if (!(this instanceof Agent)) {
      return new Agent(options);
    }
    agents.Agent.call(this, options);
    this.defaultPort = 443;
    this.protocol = 'https:';
    this.maxCachedSessions = this.options.maxCachedSessions ?? 100;
    this._sessionCache = { map: {}, list: [] };
  }
  Object.setPrototypeOf(Agent.prototype, agents.Agent.prototype);
  Object.setPrototypeOf(Agent, agents.Agent);

  Agent.prototype.createConnection = function createConnection(options) {
    checkTrust(options);
    return new Socket({ secure: true, host: options.host, port: agents.checkedPort(options.port), timeout: options.timeout });
  };

  Agent.prototype.getName = function getName(options = {}) {
    const { rejectUnauthorized, servername } = options;
    const parts = [...identity.slice(0, 4), 'key', 'pfx'].map((name) => options[name] || '');
    parts.push(rejectUnauthorized === undefined ? '' : rejectUnauthorized);
    parts.push(servername && servername !== options.host ? servername : '');
    parts.push(...rest.slice(1).map((name) => options[name] || ''));
    return `${agents.Agent.prototype.getName.call(this, options)}:${parts.join(':')}`;
  };

  let common = new Agent(agents.common);

  function requestOf(input, given, then) {
    const { ClientRequest } = internal('http_client');
    const callback = typeof given === 'function' ? given : then;
    let options = typeof given === 'function' ? undefined : given;
    let url = input;
    if (typeof input !== 'string' && !(input instanceof internal('url').URL)) {
      options = input;
      url = undefined;
    }
    options = { ...options, _defaultAgent: common };
    return url === undefined ? new ClientRequest(options, callback) : new ClientRequest(url, options, callback);
  }

  function refusing(name) {
    const refused = { [name]: class { constructor() { throw notSimulated(`https.${name}`); } } }[name];
    return Object.defineProperty(refused, Symbol.for('pushsim.unsimulated'), { value: true });
  }

  const module = {
    Agent,
    globalAgent: undefined,
    Server: refusing('Server'),
    createServer: refusal('createServer', 'https.createServer'),
    get(url, options, callback) {
      const request = requestOf(url, options, callback);
      request.end();
      return request;
    },
    request(url, options, callback) {
      return requestOf(url, options, callback);
    },
  };
  Object.defineProperty(module, 'globalAgent', {
    get: () => common,
    set(agent) {
      common = agent;
    },
    enumerable: true,
    configurable: true,
  });
  return module;
})
