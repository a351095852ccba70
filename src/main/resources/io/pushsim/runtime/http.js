// Node's http module: requests. Servers are there and fail on use.
(function http(exports, internal) {
  'use strict';
  const { refusal, outOfRange, invalidArgument, notSimulated } = internal('errors');
  const agents = internal('http_agent');
  const checks = internal('http_checks');
  const names = internal('http_names');
  let common = agents.globalAgent;

  function ClientRequestOf(url, options, callback) {
    const { ClientRequest } = internal('http_client');
    return new ClientRequest(url, options, callback);
  }

  // Servers would have to be reached, which nothing in an execution environment on Lambda is.
  function refusing(name) {
    const refused = { [name]: class { constructor() { throw notSimulated(`http.${name}`); } } }[name];
    return Object.defineProperty(refused, Symbol.for('pushsim.unsimulated'), { value: true });
  }

  const module = {
    METHODS: [...names.METHODS],
    STATUS_CODES: { ...names.STATUS_CODES },
    Agent: agents.Agent,
    ClientRequest: undefined,
    IncomingMessage: undefined,
    OutgoingMessage: undefined,
    Server: refusing('Server'),
    ServerResponse: refusing('ServerResponse'),
    createServer: refusal('createServer', 'http.createServer'),
    validateHeaderName: checks.validateHeaderName,
    validateHeaderValue: checks.validateHeaderValue,
    get(url, options, callback) {
      const request = ClientRequestOf(url, options, callback);
      request.end();
      return request;
    },
    request(url, options, callback) {
      return ClientRequestOf(url, options, callback);
    },
    setMaxIdleHTTPParsers(most) {
      if (typeof most !== 'number') {
        throw invalidArgument('max', 'of type number', most);
      }
      if (!(most >= 1)) {
        throw outOfRange('max', '>= 1', most);
      }
    },
    maxHeaderSize: 16384,
    globalAgent: undefined,
  };
  for (const [name, file] of [['ClientRequest', 'http_client'], ['IncomingMessage', 'http_incoming'], ['OutgoingMessage', 'http_outgoing']]) {
    Object.defineProperty(module, name, {
      get() {
        return internal(file)[name];
      },
      set(value) {
        Object.defineProperty(module, name, { value, writable: true, enumerable: true, configurable: true });
      },
      enumerable: true,
      configurable: true,
    });
  }
  Object.defineProperty(module, 'globalAgent', {
    get: () => common,
    set(agent) {
      common = agent;
      agents.globalAgent = agent;
    },
    enumerable: true,
    configurable: true,
  });
  return module;
})
