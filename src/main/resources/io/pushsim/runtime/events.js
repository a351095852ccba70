// Node's events module.
(function events(exports, internal) {
  'use strict';
  const { invalidArgument, coded } = internal('errors');

  function checked(listener) {
    if (typeof listener !== 'function') {
      throw invalidArgument('listener', 'of type function', listener);
    }
    return listener;
  }

  function table(emitter) {
    if (emitter._events === undefined || emitter._events === Object.getPrototypeOf(emitter)._events) {
      emitter._events = Object.create(null);
    }
    return emitter._events;
  }

  function add(emitter, name, listener, first) {
    const byName = table(emitter);
    checked(listener);
    if (byName.newListener !== undefined) {
      emitter.emit('newListener', name, listener.listener ?? listener);
    }
    const before = byName[name] ?? [];
    byName[name] = first ? [listener, ...before] : [...before, listener];
    return emitter;
  }

  function onceOf(emitter, name, listener) {
    checked(listener);
    let fired = false;
    function wrapper(...values) {
      if (!fired) {
        fired = true;
        emitter.removeListener(name, wrapper);
        return listener.apply(emitter, values);
      }
      return undefined;
    }
    wrapper.listener = listener;
    return wrapper;
  }

  // A function and not a class, since old code calls EventEmitter.call(this).
  function EventEmitter() {
    EventEmitter.init.call(this);
  }
  EventEmitter.init = function init() {
    table(this);
    this._maxListeners = this._maxListeners ?? undefined;
  };
  EventEmitter.defaultMaxListeners = 10;
  EventEmitter.prototype._events = undefined;
  EventEmitter.prototype._maxListeners = undefined;

  const methods = {
    on(name, listener) {
      return add(this, name, listener, false);
    },
    prependListener(name, listener) {
      return add(this, name, listener, true);
    },
    once(name, listener) {
      return add(this, name, onceOf(this, name, listener), false);
    },
    prependOnceListener(name, listener) {
      return add(this, name, onceOf(this, name, listener), true);
    },
    emit(name, ...values) {
      const listeners = table(this)[name];
      if (listeners === undefined || listeners.length === 0) {
        if (name === 'error') {
          throw values[0] instanceof Error ? values[0] : coded(Error, 'ERR_UNHANDLED_ERROR',
            `Unhandled error. (${internal('inspect').inspect(values[0])})`);
        }
        return false;
      }
      for (const listener of listeners) {
        listener.apply(this, values);
      }
      return true;
    },
    removeListener(name, listener) {
      const byName = table(this);
      const before = byName[name] ?? [];
      for (let i = before.length - 1; i >= 0; i--) {
        if (before[i] === listener || before[i].listener === listener) {
          const rest = before.filter((_, index) => index !== i);
          if (rest.length === 0) {
            delete byName[name];
          } else {
            byName[name] = rest;
          }
          if (byName.removeListener !== undefined) {
            this.emit('removeListener', name, before[i].listener ?? before[i]);
          }
          break;
        }
      }
      return this;
    },
    removeAllListeners(name) {
      if (arguments.length === 0) {
        this._events = Object.create(null);
      } else {
        delete table(this)[name];
      }
      return this;
    },
    listeners(name) {
      return (table(this)[name] ?? []).map((listener) => listener.listener ?? listener);
    },
    rawListeners(name) {
      return [...(table(this)[name] ?? [])];
    },
    listenerCount(name) {
      return (table(this)[name] ?? []).length;
    },
    eventNames() {
      return Reflect.ownKeys(table(this));
    },
    setMaxListeners(count) {
      this._maxListeners = count;
      return this;
    },
    getMaxListeners() {
      return this._maxListeners ?? EventEmitter.defaultMaxListeners;
    },
  };
  methods.addListener = methods.on;
  methods.off = methods.removeListener;
  for (const name of Object.keys(methods)) {
    EventEmitter.prototype[name] = methods[name];
  }

  EventEmitter.EventEmitter = EventEmitter;
  EventEmitter.errorMonitor = Symbol('events.errorMonitor');
  EventEmitter.captureRejectionSymbol = Symbol.for('nodejs.rejection');
  EventEmitter.listenerCount = (emitter, name) => emitter.listenerCount(name);
  EventEmitter.once = (emitter, name) =>
    new Promise((resolve, reject) => {
      const failed = (error) => {
        emitter.removeListener(name, happened);
        reject(error);
      };
      const happened = (...values) => {
        emitter.removeListener('error', failed);
        resolve(values);
      };
      emitter.once(name, happened);
      if (name !== 'error') {
        emitter.once('error', failed);
      }
    });
  return EventEmitter;
})
