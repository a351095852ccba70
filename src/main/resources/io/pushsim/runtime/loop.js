// Timers, immediates, ticks and promise rejections: the JavaScript half of the event loop. The host
// keeps the order and the clock; here are the callbacks, by id.
(function loop(exports, internal, host) {
  'use strict';
  const { addTimer, removeTimer, addImmediate, removeImmediate, keepAlive } = host;
  const { nameIfAnonymous } = internal('names');
  // By plain index, here and below: a handler may have replaced the methods of arrays and maps.
  const timers = Object.create(null);
  const immediates = Object.create(null);
  const ticks = [];
  let rejections = [];
  let lastId = 0;
  // The asynchronous context that code waits in; replaced when somebody uses one.
  let capture = () => undefined;
  let within = undefined;

  function guarded(callback, receiver, values, context) {
    try {
      if (context === undefined) {
        callback.apply(receiver, values);
      } else {
        within(context, callback, receiver, values);
      }
    } catch (error) {
      internal('process').uncaught(error);
    }
  }

  function checked(callback) {
    if (typeof callback !== 'function') {
      throw internal('errors').invalidArgument('callback', 'of type function', callback);
    }
    return callback;
  }

  function delayOf(value) {
    const delay = Number(value);
    return delay >= 1 && delay <= 2147483647 ? Math.trunc(delay) : 1;
  }

  class Timeout {
    #id = ++lastId;
    #referenced = true;
    #context = capture();
    constructor(callback, delay, values, repeats) {
      nameIfAnonymous(callback, 'Timeout._onTimeout');
      this._idleTimeout = delay;
      this._onTimeout = callback;
      this._timerArgs = values.length === 0 ? undefined : values;
      this._repeat = repeats ? delay : null;
      this._destroyed = false;
      timers[this.#id] = this;
      addTimer(this.#id, delay);
    }
    ref() {
      this.#referenced = true;
      keepAlive(this.#id, true);
      return this;
    }
    unref() {
      this.#referenced = false;
      keepAlive(this.#id, false);
      return this;
    }
    hasRef() {
      return this.#referenced;
    }
    refresh() {
      if (!this._destroyed) {
        this.#schedule();
      }
      return this;
    }
    close() {
      this.#forget();
      return this;
    }
    [Symbol.toPrimitive]() {
      return this.#id;
    }
    #schedule() {
      timers[this.#id] = this;
      addTimer(this.#id, this._idleTimeout);
      if (!this.#referenced) {
        keepAlive(this.#id, false);
      }
    }
    #forget() {
      this._destroyed = true;
      delete timers[this.#id];
      removeTimer(this.#id);
    }
    static fire(id) {
      const timer = timers[id];
      if (timer === undefined) {
        return;
      }
      delete timers[id];
      guarded(timer._onTimeout, timer, timer._timerArgs ?? [], timer.#context);
      runTicks();
      if (timer._destroyed) {
        return;
      }
      if (timer._repeat !== null) {
        timer.#schedule();
      } else if (timers[id] === undefined) {
        timer._destroyed = true;
      }
    }
    static clear(handle) {
      const timer = handle instanceof Timeout ? handle : timers[Number(handle)];
      if (timer !== undefined && #id in timer) {
        timer.#forget();
      }
    }
  }

  class Immediate {
    #id = ++lastId;
    #referenced = true;
    #context = capture();
    constructor(callback, values) {
      nameIfAnonymous(callback, 'Immediate.<anonymous>');
      this._onImmediate = callback;
      this._argv = values;
      immediates[this.#id] = this;
      addImmediate(this.#id);
    }
    ref() {
      this.#referenced = true;
      keepAlive(this.#id, true);
      return this;
    }
    unref() {
      this.#referenced = false;
      keepAlive(this.#id, false);
      return this;
    }
    hasRef() {
      return this.#referenced;
    }
    static fire(id) {
      const immediate = immediates[id];
      if (immediate !== undefined) {
        delete immediates[id];
        guarded(immediate._onImmediate, immediate, immediate._argv, immediate.#context);
        runTicks();
      }
    }
    static clear(handle) {
      if (handle instanceof Immediate) {
        delete immediates[handle.#id];
        removeImmediate(handle.#id);
      }
    }
  }

  exports.setTimeout = function setTimeout(callback, delay, ...values) {
    return new Timeout(checked(callback), delayOf(delay), values, false);
  };
  exports.setInterval = function setInterval(callback, delay, ...values) {
    return new Timeout(checked(callback), delayOf(delay), values, true);
  };
  exports.clearTimeout = function clearTimeout(timer) {
    Timeout.clear(timer);
  };
  exports.clearInterval = function clearInterval(timer) {
    Timeout.clear(timer);
  };
  exports.setImmediate = function setImmediate(callback, ...values) {
    return new Immediate(checked(callback), values);
  };
  exports.clearImmediate = function clearImmediate(immediate) {
    Immediate.clear(immediate);
  };
  exports.queueMicrotask = function queueMicrotask(callback) {
    checked(callback);
    later(callback);
  };
  async function later(callback) {
    await undefined;
    guarded(callback, undefined, []);
  }

  exports.nextTick = function nextTick(callback, ...values) {
    ticks[ticks.length] = { callback: checked(callback), values, context: capture() };
  };

  // From now on each callback runs in the asynchronous context of whoever gave it.
  exports.followContexts = (captureContext, runWithin) => {
    capture = captureContext;
    within = runWithin;
  };

  // util.promisify of these gives what timers/promises has.
  for (const name of ['setTimeout', 'setImmediate']) {
    Object.defineProperty(exports[name], Symbol.for('nodejs.util.promisify.custom'), {
      get: () => internal('timers_promises')[name], enumerable: true, configurable: true,
    });
  }

  exports.install = (hidden, setRejectionTracker) => {
    for (const name of ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval', 'setImmediate', 'clearImmediate', 'queueMicrotask']) {
      hidden(name, exports[name]);
    }
    setRejectionTracker((reason, promise) => {
      rejections[rejections.length] = { reason, promise };
    });
  };
  exports.guarded = guarded;
  exports.runTicks = runTicks;
  // The asynchronous context of whoever asks.
  exports.context = () => capture();
  exports.runTimer = Timeout.fire;
  exports.runImmediate = Immediate.fire;
  // Runs the waiting ticks; the promise jobs they queue run when this call has returned to the host.
  // Answers 1 where ticks ran, so that more may wait; else 2 where rejections are to be reported; else 0.
  exports.settle = () => {
    if (ticks.length === 0) {
      return rejections.length > 0 ? 2 : 0;
    }
    runTicks();
    return 1;
  };

  // Right after a timer's or an immediate's callback ticks come before promise jobs, as in Node.js.
  function runTicks() {
    for (let i = 0; i < ticks.length; i++) {
      const { callback, values, context } = ticks[i];
      ticks[i] = undefined;
      guarded(callback, undefined, values, context);
    }
    ticks.length = 0;
  }
  // What a call leaves rejected; nobody else is told of it.
  exports.rejectedBy = (call) => {
    const before = rejections;
    rejections = [];
    try {
      return { result: call(), rejections };
    } finally {
      rejections = before;
    }
  };
  exports.reportRejections = () => {
    const reported = rejections;
    rejections = [];
    for (let i = 0; i < reported.length; i++) {
      internal('process').unhandledRejection(reported[i].reason, reported[i].promise);
    }
  };
})
