// Node's events module: the emitter. What else the module has is in events_more.js.
(function events(exports, internal) {
  'use strict';
  const { invalidArgument, outOfRange, coded } = internal('errors');
  const shapeMode = Symbol('shapeMode');
  const kCapture = Symbol('kCapture');
  const captureSymbol = Symbol.for('nodejs.rejection');
  const errorMonitor = Symbol('events.errorMonitor');
  const { apply } = Reflect;
  let defaultMaxListeners = 10;

  function checked(listener) {
    if (typeof listener !== 'function') {
      throw invalidArgument('listener', 'of type function', listener);
    }
    return listener;
  }

  function checkedCount(count, name) {
    if (typeof count !== 'number') {
      throw invalidArgument(name, 'of type number', count);
    }
    if (count < 0 || Number.isNaN(count)) {
      throw outOfRange(name, '>= 0', count);
    }
    return count;
  }

  // A function and not a class, since old code calls EventEmitter.call(this).
  function EventEmitter(options) {
    EventEmitter.init.call(this, options);
  }
  EventEmitter.init = function init(options) {
    if (this._events === undefined || this._events === Object.getPrototypeOf(this)._events) {
      this._events = Object.create(null);
      this._eventsCount = 0;
    }
    this._maxListeners = this._maxListeners || undefined;
    if (options?.captureRejections !== undefined && typeof options.captureRejections !== 'boolean') {
      throw invalidArgument('options.captureRejections', 'of type boolean', options.captureRejections);
    }
    if (internal('settings').major >= 20) {
      this[shapeMode] = false;
    }
    this[kCapture] = options?.captureRejections ?? EventEmitter.prototype[kCapture];
  };
  EventEmitter.prototype._events = undefined;
  EventEmitter.prototype._eventsCount = 0;
  EventEmitter.prototype._maxListeners = undefined;
  Object.defineProperty(EventEmitter.prototype, kCapture, { value: false, writable: true, enumerable: false });

  function table(emitter) {
    if (emitter._events === undefined) {
      emitter._events = Object.create(null);
      emitter._eventsCount = 0;
    }
    return emitter._events;
  }

  // An event's listeners: a function where there is but one, as Node.js has it and libraries look for.
  function listOf(emitter, name) {
    const found = emitter._events?.[name];
    return found === undefined ? [] : typeof found === 'function' ? [found] : found;
  }

  function store(emitter, name, list) {
    const byName = table(emitter);
    if (list.length === 0) {
      emitter._eventsCount -= 1;
      if (emitter._eventsCount === 0) {
        emitter._events = Object.create(null);
      } else {
        delete byName[name];
      }
      return;
    }
    if (byName[name] === undefined) {
      emitter._eventsCount += 1;
    }
    byName[name] = list.length === 1 ? list[0] : list;
  }

  function add(emitter, name, listener, first) {
    checked(listener);
    if (table(emitter).newListener !== undefined) {
      emitter.emit('newListener', name, listener.listener ?? listener);
    }
    const before = listOf(emitter, name);
    const after = first ? [listener, ...before] : [...before, listener];
    store(emitter, name, after);
    const most = emitter.getMaxListeners();
    if (most > 0 && after.length > most && !before.warned) {
      const stored = emitter._events[name];
      stored.warned = true;
      warn(emitter, name, after.length);
    } else if (before.warned) {
      emitter._events[name].warned = true;
    }
    return emitter;
  }

  function warn(emitter, name, count) {
    const warning = new Error(`Possible EventEmitter memory leak detected. ${count} ${String(name)} listeners added to ${
      internal('inspect').inspect(emitter, { depth: -1 })}. Use emitter.setMaxListeners() to increase limit`);
    warning.name = 'MaxListenersExceededWarning';
    Object.assign(warning, { emitter, type: name, count });
    internal('process').emitWarning(warning);
  }

  function onceOf(emitter, name, listener) {
    checked(listener);
    let fired = false;
    function wrapper(...values) {
      if (!fired) {
        fired = true;
        emitter.removeListener(name, wrapper);
        return apply(listener, emitter, values);
      }
      return undefined;
    }
    wrapper.listener = listener;
    return wrapper;
  }

  function unheard(error) {
    if (error instanceof Error) {
      return error;
    }
    let text;
    try {
      text = internal('inspect').inspect(error);
    } catch {
      text = error;
    }
    const failure = coded(Error, 'ERR_UNHANDLED_ERROR', `Unhandled error. (${text})`);
    failure.context = error;
    return failure;
  }

  function captured(emitter, promise, name, values) {
    promise.then(undefined, (error) => internal('loop').nextTick(() => {
      if (typeof emitter[captureSymbol] === 'function') {
        emitter[captureSymbol](error, name, ...values);
        return;
      }
      const before = emitter[kCapture];
      try {
        emitter[kCapture] = false;
        emitter.emit('error', error);
      } finally {
        emitter[kCapture] = before;
      }
    }));
  }

  const methods = {
    on(name, listener) {
      return add(this, name, listener, false);
    },
    prependListener(name, listener) {
      return add(this, name, listener, true);
    },
    // By way of the emitter's own method: streams begin to flow in it.
    once(name, listener) {
      return this.on(name, onceOf(this, name, listener));
    },
    prependOnceListener(name, listener) {
      return this.prependListener(name, onceOf(this, name, listener));
    },
    emit(name, ...values) {
      const isError = name === 'error';
      if (isError && this._events?.[errorMonitor] !== undefined) {
        this.emit(errorMonitor, ...values);
      }
      const listeners = this._events?.[name];
      if (listeners === undefined) {
        if (isError) {
          throw unheard(values[0]);
        }
        return false;
      }
      for (const listener of typeof listeners === 'function' ? [listeners] : [...listeners]) {
        const result = apply(listener, this, values);
        if (this[kCapture] && typeof result?.then === 'function') {
          captured(this, result, name, values);
        }
      }
      return true;
    },
    removeListener(name, listener) {
      checked(listener);
      const before = listOf(this, name);
      for (let i = before.length - 1; i >= 0; i--) {
        if (before[i] === listener || before[i].listener === listener) {
          store(this, name, before.filter((_, index) => index !== i));
          if (this._events.removeListener !== undefined) {
            this.emit('removeListener', name, before[i].listener ?? before[i]);
          }
          break;
        }
      }
      return this;
    },
    removeAllListeners(name) {
      const heard = this._events?.removeListener !== undefined;
      const names = arguments.length === 0 ? this.eventNames().filter((each) => each !== 'removeListener') : [name];
      for (const each of names) {
        const list = [...listOf(this, each)].reverse();
        if (heard && each !== 'removeListener') {
          list.forEach((listener) => this.removeListener(each, listener));
        } else if (list.length > 0) {
          store(this, each, []);
        }
      }
      if (arguments.length === 0) {
        this._events = Object.create(null);
        this._eventsCount = 0;
      }
      return this;
    },
    listeners(name) {
      return listOf(this, name).map((listener) => listener.listener ?? listener);
    },
    rawListeners(name) {
      return [...listOf(this, name)];
    },
    listenerCount(name, listener) {
      const list = listOf(this, name);
      return listener === undefined ? list.length : list.filter((each) => each === listener || each.listener === listener).length;
    },
    eventNames() {
      return this._eventsCount > 0 ? Reflect.ownKeys(this._events) : [];
    },
    setMaxListeners(count) {
      this._maxListeners = checkedCount(count, 'setMaxListeners');
      return this;
    },
    getMaxListeners() {
      return this._maxListeners ?? defaultMaxListeners;
    },
  };
  methods.addListener = methods.on;
  methods.off = methods.removeListener;
  for (const name of Object.keys(methods)) {
    EventEmitter.prototype[name] = methods[name];
  }

  EventEmitter.EventEmitter = EventEmitter;
  Object.defineProperties(EventEmitter, {
    defaultMaxListeners: {
      get: () => defaultMaxListeners,
      set(count) {
        defaultMaxListeners = checkedCount(count, 'defaultMaxListeners');
      },
      enumerable: true,
    },
    captureRejections: {
      get: () => EventEmitter.prototype[kCapture],
      set(value) {
        EventEmitter.prototype[kCapture] = value;
      },
      enumerable: true,
    },
    errorMonitor: { value: errorMonitor, enumerable: true },
    captureRejectionSymbol: { value: captureSymbol, enumerable: true },
  });
  for (const name of ['once', 'on', 'getEventListeners', 'getMaxListeners', 'setMaxListeners', 'addAbortListener', 'listenerCount']) {
    EventEmitter[name] = (...values) => internal('events_more')[name](...values);
    Object.defineProperty(EventEmitter[name], 'name', { value: name });
  }
  Object.defineProperty(EventEmitter, 'EventEmitterAsyncResource', {
    get: () => internal('events_more').EventEmitterAsyncResource, enumerable: true, configurable: true,
  });
  return EventEmitter;
})
