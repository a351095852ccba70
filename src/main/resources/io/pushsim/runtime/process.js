// The process object, and what becomes of errors that nobody caught.
(function process_(exports, internal, host, settings) {
  'use strict';
  const { sinceStart } = internal('clock');
  const { refusal } = internal('errors');
  const fatal = { exiting: false };

  // An event emitter, but that module is loaded only when somebody listens.
  class process {}
  const self = new process();
  self._events = Object.create(null);
  const emitting = ['on', 'once', 'off', 'emit', 'addListener', 'removeListener', 'removeAllListeners', 'prependListener',
    'prependOnceListener', 'listeners', 'rawListeners', 'listenerCount', 'eventNames', 'setMaxListeners', 'getMaxListeners'];
  for (const name of emitting) {
    Object.defineProperty(process.prototype, name, {
      value: (...values) => becomeEmitter()[name](...values), writable: true, configurable: true,
    });
  }

  function becomeEmitter() {
    for (const name of emitting) {
      delete process.prototype[name];
    }
    Object.setPrototypeOf(process.prototype, internal('events').prototype);
    return self;
  }
  Object.defineProperty(process.prototype, Symbol.toStringTag, { value: 'process', configurable: true });

  function emitIfHeard(name, ...values) {
    return self._events[name] !== undefined && self.emit(name, ...values);
  }

  function exitCode(code) {
    const number = Number(code ?? self.exitCode ?? 0);
    return Number.isInteger(number) ? number & 255 : 1;
  }

  function stream(fd) {
    return {
      fd,
      isTTY: false,
      writable: true,
      columns: undefined,
      write(chunk, encoding, callback) {
        const done = typeof encoding === 'function' ? encoding : callback;
        internal('console').raw(String(chunk));
        if (typeof done === 'function') {
          self.nextTick(done);
        }
        return true;
      },
    };
  }

  function hrtime(previous) {
    const microseconds = sinceStart();
    let seconds = Math.floor(microseconds / 1e6);
    let nanoseconds = (microseconds % 1e6) * 1000;
    if (previous !== undefined) {
      seconds -= previous[0];
      nanoseconds -= previous[1];
      if (nanoseconds < 0) {
        seconds -= 1;
        nanoseconds += 1e9;
      }
    }
    return [seconds, nanoseconds];
  }
  hrtime.bigint = () => BigInt(sinceStart()) * 1000n;

  function memoryUsage() {
    const rss = settings.memory * 1048576;
    return { rss, heapTotal: rss >> 1, heapUsed: rss >> 2, external: 1048576, arrayBuffers: 10240 };
  }
  memoryUsage.rss = () => memoryUsage().rss;

  Object.assign(self, {
    title: 'node',
    version: settings.version,
    versions: { node: settings.version.slice(1), v8: 'pushsim-graaljs' },
    release: { name: 'node' },
    arch: 'x64',
    platform: 'linux',
    argv: ['/var/lang/bin/node', '/var/runtime/index.mjs'],
    argv0: '/var/lang/bin/node',
    execArgv: [],
    execPath: '/var/lang/bin/node',
    pid: 8,
    ppid: 1,
    exitCode: undefined,
    features: {},
    config: {},
    env: internal('environment').env,
    stdout: stream(1),
    stderr: stream(2),
    hrtime,
    nextTick: internal('loop').nextTick,
    cwd: () => '/var/task',
    chdir: refusal('chdir', 'process.chdir'),
    umask: () => 0o22,
    getuid: () => 993,
    geteuid: () => 993,
    getgid: () => 990,
    getegid: () => 990,
    uptime: () => sinceStart() / 1e6,
    memoryUsage,
    cpuUsage: () => ({ user: Math.floor(sinceStart()), system: 0 }),
    emitWarning(warning, type) {
      const name = typeof type === 'string' ? type : type?.type ?? warning?.name ?? 'Warning';
      internal('console').raw(`(node:8) ${name}: ${warning?.message ?? warning}\n`);
    },
    exit(code) {
      if (!fatal.exiting) {
        fatal.exiting = true;
        self.exitCode = exitCode(code);
        emitIfHeard('exit', self.exitCode);
      }
      host.exit(exitCode(self.exitCode));
    },
    abort() {
      host.exit(134);
    },
    reallyExit(code) {
      host.exit(exitCode(code));
    },
    kill: refusal('kill', 'process.kill'),
    binding: refusal('binding', 'process.binding'),
  });

  let report;
  Object.defineProperty(self, 'report', {
    get() { return (report ??= internal('report').of(self)); }, enumerable: true, configurable: true,
  });

  // An exception that left the outermost frame. Lambda's runtime listens first and ends the process.
  self.uncaught = (error, origin = 'uncaughtException') => {
    emitIfHeard('uncaughtExceptionMonitor', error, origin);
    let listened = false;
    try {
      listened = self.emit('uncaughtException', error, origin);
    } catch {
      host.exit(7);
    }
    if (!listened) {
      internal('console').raw(`${internal('inspect').inspect(error)}\n\nNode.js ${settings.version}\n`);
      host.exit(1);
    }
  };

  function unhandledRejection(reason, promise) {
    try {
      if (self.emit('unhandledRejection', reason, promise)) {
        return;
      }
    } catch (error) {
      self.uncaught(error);
      return;
    }
    if (settings.major < 15) {
      self.emitWarning(`Unhandled promise rejection: ${internal('inspect').inspect(reason)}`, 'UnhandledPromiseRejectionWarning');
      return;
    }
    const error = reason instanceof Error ? reason : internal('errors').coded(Error, 'ERR_UNHANDLED_REJECTION',
      'This error originated either by throwing inside of an async function without a catch block, or by rejecting a'
      + ` promise which was not handled with .catch(). The promise rejected with the reason "${internal('inspect').inspect(reason)}".`);
    self.uncaught(error, 'unhandledRejection');
  }

  for (const [name, value] of [['uncaught', self.uncaught], ['unhandledRejection', unhandledRejection],
    ['emitIfHeard', emitIfHeard], ['becomeEmitter', becomeEmitter]]) {
    Object.defineProperty(self, name, { value, enumerable: false });
  }
  return self;
})
