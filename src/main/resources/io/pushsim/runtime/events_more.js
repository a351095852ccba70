// What Node's events module has beside the emitter.
(function eventsMore(exports, internal) {
  'use strict';
  const { invalidArgument } = internal('errors');
  const EventEmitter = internal('events');
  const { abortError } = internal('abort');
  const { AsyncResource } = internal('async_hooks');

  const dispose = Symbol.dispose ?? Symbol('Symbol.dispose');

  const isEmitter = (value) => typeof value?.on === 'function';

  function checkedTarget(emitter) {
    if (!isEmitter(emitter) && typeof emitter?.addEventListener !== 'function') {
      throw invalidArgument('emitter', 'an instance of EventEmitter', emitter);
    }
    return emitter;
  }

  function checkedSignal(options) {
    const signal = options?.signal;
    if (signal !== undefined && (signal === null || typeof signal !== 'object' || !('aborted' in signal))) {
      throw invalidArgument('options.signal', 'an instance of AbortSignal', signal);
    }
    if (signal?.aborted) {
      throw abortError(signal.reason);
    }
    return signal;
  }

  function listen(emitter, name, listener) {
    if (isEmitter(emitter)) {
      emitter.on(name, listener);
    } else {
      emitter.addEventListener(name, listener);
    }
    return () => (isEmitter(emitter) ? emitter.removeListener(name, listener) : emitter.removeEventListener(name, listener));
  }

  exports.once = async (emitter, name, options) => {
    const signal = checkedSignal(options);
    checkedTarget(emitter);
    const ends = [];
    try {
      return await new Promise((resolve, reject) => {
        ends.push(listen(emitter, name, (...values) => resolve(values)));
        if (name !== 'error' && isEmitter(emitter)) {
          ends.push(listen(emitter, 'error', reject));
        }
        if (signal !== undefined) {
          ends.push(listen(signal, 'abort', () => reject(abortError(signal.reason))));
        }
        // At the event itself, and not when the promise is looked at.
        ends.push(listen(emitter, name, () => ends.splice(0).forEach((end) => end())));
      });
    } finally {
      ends.forEach((end) => end());
    }
  };

  // The events as they come, in an endless asynchronous iterator.
  exports.on = (emitter, name, options) => {
    const signal = checkedSignal(options);
    checkedTarget(emitter);
    const events = [];
    const waiting = [];
    let failure;
    let finished = false;

    const give = (values) => {
      if (waiting.length > 0) {
        waiting.shift().resolve({ value: values, done: false });
      } else {
        events.push(values);
      }
    };
    const fail = (error) => {
      if (waiting.length > 0) {
        waiting.shift().reject(error);
      } else {
        failure = { error };
      }
      finish();
    };
    const ends = [listen(emitter, name, (...values) => give(values))];
    if (name !== 'error' && isEmitter(emitter)) {
      ends.push(listen(emitter, 'error', fail));
    }
    for (const each of options?.close ?? []) {
      ends.push(listen(emitter, each, () => finish()));
    }
    if (signal !== undefined) {
      ends.push(listen(signal, 'abort', () => fail(abortError(signal.reason))));
    }

    function finish() {
      finished = true;
      ends.splice(0).forEach((end) => end());
      for (const each of waiting.splice(0)) {
        each.resolve({ value: undefined, done: true });
      }
      return Promise.resolve({ value: undefined, done: true });
    }

    return Object.setPrototypeOf({
      next() {
        if (events.length > 0) {
          return Promise.resolve({ value: events.shift(), done: false });
        }
        if (failure !== undefined) {
          const { error } = failure;
          failure = undefined;
          return Promise.reject(error);
        }
        return finished ? finish() : new Promise((resolve, reject) => void waiting.push({ resolve, reject }));
      },
      return: finish,
      throw(error) {
        if (!(error instanceof Error)) {
          throw invalidArgument('EventEmitter.AsyncIterator', 'an instance of Error', error);
        }
        fail(error);
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    }, Object.getPrototypeOf(Object.getPrototypeOf(async function* () {}).prototype));
  };

  exports.getEventListeners = (emitter, name) =>
    (isEmitter(checkedTarget(emitter)) ? emitter.listeners(name) : internal('eventtarget').listeners(emitter, name));
  exports.getMaxListeners = (emitter) => (isEmitter(emitter) ? emitter.getMaxListeners() : 0);
  exports.setMaxListeners = (count = EventEmitter.defaultMaxListeners, ...emitters) => {
    if (emitters.length === 0) {
      EventEmitter.defaultMaxListeners = count;
    }
    emitters.filter(isEmitter).forEach((emitter) => emitter.setMaxListeners(count));
  };
  exports.listenerCount = (emitter, name) => (isEmitter(emitter) ? emitter.listenerCount(name) : exports.getEventListeners(emitter, name).length);
  exports.addAbortListener = (signal, listener) => {
    if (signal.aborted) {
      internal('loop').queueMicrotask(() => listener());
      return { [dispose]() {} };
    }
    signal.addEventListener('abort', listener, { once: true });
    return { [dispose]: () => signal.removeEventListener('abort', listener) };
  };

  exports.EventEmitterAsyncResource = class EventEmitterAsyncResource extends EventEmitter {
    #resource;
    constructor(options = {}) {
      super(options);
      this.#resource = new AsyncResource(typeof options === 'string' ? options : options.name ?? new.target.name);
    }
    emit(name, ...values) {
      return this.#resource.runInAsyncScope(super.emit, this, name, ...values);
    }
    emitDestroy() {
      this.#resource.emitDestroy();
    }
    get asyncResource() {
      return this.#resource;
    }
    get asyncId() {
      return this.#resource.asyncId();
    }
    get triggerAsyncId() {
      return this.#resource.triggerAsyncId();
    }
  };
})
