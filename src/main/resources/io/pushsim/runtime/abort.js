// AbortController and AbortSignal.
(function abort(exports, internal) {
  'use strict';
  const { coded, invalidArgument } = internal('errors');
  const { EventTarget, Event, handlerAttribute } = internal('eventtarget');
  const { domException } = internal('exceptions');
  const { setTimeout } = internal('loop');
  const custom = Symbol.for('nodejs.util.inspect.custom');
  let making = false;

  class AbortSignal extends EventTarget {
    #aborted = false;
    #reason;
    constructor() {
      if (!making) {
        throw coded(TypeError, 'ERR_ILLEGAL_CONSTRUCTOR', 'Illegal constructor');
      }
      super();
    }
    get aborted() {
      return this.#aborted;
    }
    get reason() {
      return this.#reason;
    }
    throwIfAborted() {
      if (this.#aborted) {
        throw this.#reason;
      }
    }
    static abort(reason = domException('This operation was aborted', 'AbortError')) {
      const signal = made();
      signal.#aborted = true;
      signal.#reason = reason;
      return signal;
    }
    static timeout(delay) {
      if (typeof delay !== 'number') {
        throw invalidArgument('delay', 'of type number', delay);
      }
      const signal = made();
      setTimeout(() => end(signal, domException('The operation was aborted due to timeout', 'TimeoutError')), delay).unref();
      return signal;
    }
    static any(signals) {
      const signal = made();
      for (const each of signals) {
        if (each.aborted) {
          end(signal, each.reason);
          return signal;
        }
      }
      for (const each of signals) {
        each.addEventListener('abort', () => end(signal, each.reason), { once: true });
      }
      return signal;
    }
    static end(signal, reason) {
      if (!signal.#aborted) {
        signal.#aborted = true;
        signal.#reason = reason;
        signal.dispatchEvent(new Event('abort'));
      }
    }
    [custom](depth, options, inspect) {
      return depth < 0 ? '[AbortSignal]' : `AbortSignal ${inspect({ aborted: this.aborted }, { ...options, depth })}`;
    }
  }
  handlerAttribute(AbortSignal.prototype, 'abort');
  const { end } = AbortSignal;
  delete AbortSignal.end;

  function made() {
    making = true;
    try {
      return new AbortSignal();
    } finally {
      making = false;
    }
  }

  class AbortController {
    #signal = made();
    get signal() {
      return this.#signal;
    }
    abort(reason = domException('This operation was aborted', 'AbortError')) {
      end(this.#signal, reason);
    }
    [custom](depth, options, inspect) {
      return depth < 0 ? '[AbortController]' : `AbortController ${inspect({ signal: this.signal }, { ...options, depth })}`;
    }
  }
  for (const Type of [AbortSignal, AbortController]) {
    Object.defineProperty(Type.prototype, Symbol.toStringTag, { value: Type.name, configurable: true });
  }

  // What Node's own functions reject with.
  exports.abortError = (cause) => {
    const error = new Error('The operation was aborted', cause === undefined ? undefined : { cause });
    error.code = 'ABORT_ERR';
    error.name = 'AbortError';
    return error;
  };
  exports.AbortController = AbortController;
  exports.AbortSignal = AbortSignal;
})
