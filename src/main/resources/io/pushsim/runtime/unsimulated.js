// Node's modules that pushsim does not simulate. Libraries require them without using them, so they are there; whatever is
// done with them fails, and the error names it.
(function unsimulated(exports, internal) {
  'use strict';
  const { notSimulated } = internal('errors');
  // What programs look at without using it.
  const harmless = {
    cluster: { isMaster: true, isPrimary: true, isWorker: false, workers: {} },
    tty: { isatty: () => false },
    worker_threads: { isMainThread: true, parentPort: null, threadId: 0, workerData: null, resourceLimits: {} },
  };
  const classes = {
    child_process: ['ChildProcess'], dgram: ['Socket'], dns: ['Resolver'],
    http2: ['Http2ServerRequest', 'Http2ServerResponse'], net: ['BlockList', 'Server', 'Socket', 'SocketAddress', 'Stream'],
    readline: ['Interface'], repl: ['REPLServer'], tls: ['SecureContext', 'Server', 'TLSSocket'], tty: ['ReadStream', 'WriteStream'], vm: ['Script', 'SourceTextModule'],
    wasi: ['WASI'], worker_threads: ['BroadcastChannel', 'MessageChannel', 'MessagePort', 'Worker'],
  };
  const functions = {
    child_process: ['exec', 'execFile', 'execFileSync', 'execSync', 'fork', 'spawn', 'spawnSync'],
    cluster: ['disconnect', 'fork', 'setupMaster', 'setupPrimary'],
    dgram: ['createSocket'],
    dns: ['lookup', 'lookupService', 'resolve', 'resolve4', 'resolve6', 'resolveAny', 'resolveCname', 'resolveMx', 'resolveNs', 'resolveSrv', 'resolveTxt', 'reverse', 'setServers', 'getServers', 'setDefaultResultOrder'],
    'dns/promises': ['lookup', 'lookupService', 'resolve', 'resolve4', 'resolve6', 'resolveAny', 'resolveCname', 'resolveMx', 'resolveNs', 'resolveSrv', 'resolveTxt', 'reverse'],
    domain: ['create', 'createDomain'],
    http2: ['connect', 'createSecureServer', 'createServer', 'getDefaultSettings'],
    inspector: ['close', 'open', 'url', 'waitForDebugger'],
    'inspector/promises': ['open', 'url'],
    net: ['connect', 'createConnection', 'createServer'],
    readline: ['clearLine', 'clearScreenDown', 'createInterface', 'cursorTo', 'emitKeypressEvents', 'moveCursor'],
    'readline/promises': ['createInterface'],
    'path/win32': ['basename', 'dirname', 'extname', 'format', 'isAbsolute', 'join', 'normalize', 'parse', 'relative', 'resolve'],
    repl: ['start'],
    tls: ['checkServerIdentity', 'connect', 'createSecureContext', 'createServer', 'getCiphers'],
    trace_events: ['createTracing', 'getEnabledCategories'],
    tty: [],
    v8: ['deserialize', 'getHeapSnapshot', 'getHeapSpaceStatistics', 'getHeapStatistics', 'serialize', 'setFlagsFromString', 'writeHeapSnapshot'],
    vm: ['compileFunction', 'createContext', 'isContext', 'runInContext', 'runInNewContext', 'runInThisContext'],
    wasi: [],
    worker_threads: ['getEnvironmentData', 'markAsUntransferable', 'moveMessagePortToContext', 'postMessageToThread', 'receiveMessageOnPort', 'setEnvironmentData'],
  };

  function refusing(module, name) {
    return { [name]() { throw notSimulated(`${module}.${name}()`); } }[name];
  }

  // A class that can be extended, but not made.
  function refusingClass(module, name) {
    return { [name]: class { constructor() { throw notSimulated(`${module}.${name}`); } } }[name];
  }

  exports.load = (module) => {
    const result = {};
    for (const name of functions[module]) {
      result[name] = refusing(module, name);
    }
    for (const name of classes[module] ?? []) {
      result[name] = refusingClass(module, name);
    }
    if (module === 'net') {
      Object.assign(result, internal('addresses'));
    }
    Object.assign(result, harmless[module]);
    return Object.defineProperty(result, Symbol.for('pushsim.unsimulated'), { value: true });
  };
})
