// Agents: how many requests to a peer may be under way at once, and which wait for that.
(function httpAgent(exports, internal, host, settings) {
  'use strict';
  const EventEmitter = internal('events');
  const { invalidArgument, invalidValue, outOfRange, coded, received } = internal('errors');
  const { Socket } = internal('http_socket');

  function checkedLimit(value, name) {
    if (typeof value !== 'number') {
      throw invalidArgument(name, 'of type number', value);
    }
    if (!(value >= 1)) {
      throw outOfRange(name, '>= 1', value);
    }
    return value;
  }

  function checkedPort(port) {
    const number = typeof port === 'string' && port.trim() === '' ? NaN : Number(port);
    if (typeof port !== 'number' && typeof port !== 'string' || number !== number >>> 0 || number > 65535) {
      throw coded(RangeError, 'ERR_SOCKET_BAD_PORT', `Port should be >= 0 and < 65536.${received(port)}.`);
    }
    return number;
  }

  // A function and not a class, since old code calls Agent.call(this).
  function Agent(options) {
    if (!(this instanceof Agent)) {
      return new Agent(options);
    }
    EventEmitter.call(this);
    this.defaultPort = 80;
    this.protocol = 'http:';
    this.options = { __proto__: null, ...options };
    this.options.noDelay ??= true;
    this.options.path = null;
    this.requests = { __proto__: null };
    this.sockets = { __proto__: null };
    this.freeSockets = { __proto__: null };
    this.keepAliveMsecs = this.options.keepAliveMsecs || 1000;
    this.keepAlive = this.options.keepAlive || false;
    this.maxSockets = this.options.maxSockets || Agent.defaultMaxSockets;
    this.maxFreeSockets = this.options.maxFreeSockets || 256;
    this.scheduling = this.options.scheduling || 'lifo';
    this.maxTotalSockets = this.options.maxTotalSockets === undefined ? Infinity : checkedLimit(this.options.maxTotalSockets, 'maxTotalSockets');
    this.totalSocketCount = 0;
    if (this.scheduling !== 'lifo' && this.scheduling !== 'fifo') {
      throw invalidValue('scheduling', this.scheduling, "must be one of: 'fifo', 'lifo'");
    }
    this.on('free', (socket, of) => freed(this, socket, of));
  }
  Object.setPrototypeOf(Agent.prototype, EventEmitter.prototype);
  Object.setPrototypeOf(Agent, EventEmitter);
  Agent.defaultMaxSockets = Infinity;

  // --- lists by name --------------------------------------------------------------------------

  function put(lists, name, one) {
    lists[name] ??= [];
    lists[name].push(one);
  }

  function take(lists, name, one) {
    const index = lists[name]?.indexOf(one) ?? -1;
    if (index >= 0) {
      lists[name].splice(index, 1);
      if (lists[name].length === 0) {
        delete lists[name];
      }
    }
    return index >= 0;
  }

  function hasRoom(agent, name) {
    return (agent.sockets[name]?.length ?? 0) < agent.maxSockets && agent.totalSocketCount < agent.maxTotalSockets;
  }

  function assign(agent, request, socket) {
    request.onSocket(socket);
    const timeout = request.timeout || agent.options.timeout || 0;
    if (socket.timeout !== timeout) {
      socket.setTimeout(timeout);
    }
  }

  function create(agent, request, options, name) {
    agent.createSocket(request, options, (error, socket) => {
      if (error) {
        request.onSocket(socket, error);
      } else {
        assign(agent, request, socket);
      }
    });
    return name;
  }

  // The answer over a socket is complete: the next request gets it, or it waits for one.
  function freed(agent, socket, options) {
    const name = agent.getName(options);
    if (socket.destroyed) {
      return;
    }
    const waiting = agent.requests[name];
    if (waiting !== undefined && socket.writable) {
      const request = waiting.shift();
      if (waiting.length === 0) {
        delete agent.requests[name];
      }
      assign(agent, request, socket);
      return;
    }
    const free = agent.freeSockets[name]?.length ?? 0;
    const mayWait = socket._httpMessage?.shouldKeepAlive && agent.keepAlive && free < agent.maxFreeSockets
      && agent.totalSocketCount <= agent.maxTotalSockets && agent.keepSocketAlive(socket);
    if (!mayWait) {
      socket.destroy();
      return;
    }
    socket._httpMessage = null;
    take(agent.sockets, name, socket);
    put(agent.freeSockets, name, socket);
    socket.unref();
    socket.setTimeout(agent.options.timeout || 0);
  }

  function follow(agent, socket, options) {
    socket.on('free', () => agent.emit('free', socket, options));
    socket.on('close', () => agent.removeSocket(socket, options));
    socket.on('timeout', () => {
      if (agent.freeSockets[agent.getName(options)]?.includes(socket)) {
        socket.destroy();
      }
    });
  }

  // --- what libraries call --------------------------------------------------------------------

  Agent.prototype.createConnection = function createConnection(options) {
    return new Socket({ secure: false, host: options.host, port: checkedPort(options.port), timeout: options.timeout });
  };

  Agent.prototype.getName = function getName(options = {}) {
    const family = options.family === 4 || options.family === 6 ? `:${options.family}` : '';
    return `${options.host || 'localhost'}:${options.port || ''}:${options.localAddress || ''}${family}${
      options.socketPath ? `:${options.socketPath}` : ''}`;
  };

  Agent.prototype.addRequest = function addRequest(request, given, port, localAddress) {
    const options = { __proto__: null, ...(typeof given === 'string' ? { host: given, port, localAddress } : given), ...this.options };
    if (options.socketPath) {
      options.path = options.socketPath;
    }
    const name = this.getName(options);
    const free = this.freeSockets[name]?.filter((socket) => !socket.destroyed && socket.writable) ?? [];
    const socket = this.scheduling === 'fifo' ? free[0] : free.at(-1);
    if (socket !== undefined) {
      take(this.freeSockets, name, socket);
      this.reuseSocket(socket, request);
      put(this.sockets, name, socket);
      assign(this, request, socket);
    } else if (hasRoom(this, name)) {
      create(this, request, options, name);
    } else {
      request.waitingWith = options;
      put(this.requests, name, request);
    }
  };

  Agent.prototype.createSocket = function createSocket(request, given, callback) {
    const options = { __proto__: null, ...given, ...this.options };
    const name = this.getName(options);
    options.encoding = null;
    let called = false;
    const created = (error, socket) => {
      if (called) {
        return;
      }
      called = true;
      if (error) {
        callback(error);
        return;
      }
      put(this.sockets, name, socket);
      this.totalSocketCount += 1;
      follow(this, socket, options);
      callback(null, socket);
    };
    const socket = this.createConnection(options, created);
    if (socket) {
      created(null, socket);
    }
  };

  Agent.prototype.removeSocket = function removeSocket(socket, options) {
    const name = this.getName(options);
    const wasFree = take(this.freeSockets, name, socket);
    if (take(this.sockets, name, socket) || wasFree) {
      this.totalSocketCount -= 1;
    }
    const next = this.requests[name]?.[0];
    if (next !== undefined && hasRoom(this, name)) {
      take(this.requests, name, next);
      create(this, next, next.waitingWith, name);
    }
  };

  Agent.prototype.keepSocketAlive = function keepSocketAlive(socket) {
    socket.setKeepAlive(true, this.keepAliveMsecs);
    socket.unref();
    const seconds = Number(/^timeout=(\d+)/.exec(socket._httpMessage?.res?.headers['keep-alive'])?.[1] ?? Infinity);
    return seconds > 0;
  };

  Agent.prototype.reuseSocket = function reuseSocket(socket, request) {
    request.reusedSocket = true;
    socket.ref();
  };

  Agent.prototype.destroy = function destroy() {
    for (const lists of [this.freeSockets, this.sockets]) {
      for (const name of Object.keys(lists)) {
        [...lists[name]].forEach((socket) => socket.destroy());
      }
    }
  };

  // Those that nobody gave an agent: since Node.js 19 they keep connections.
  exports.common = settings.major >= 19 ? { keepAlive: true, scheduling: 'lifo', timeout: 5000 } : {};
  exports.Agent = Agent;
  exports.checkedPort = checkedPort;
  exports.globalAgent = new Agent(exports.common);
})
