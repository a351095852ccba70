// Node's timers/promises.
(function timersPromises(exports, internal) {
  'use strict';
  const { invalidArgument } = internal('errors');
  const loop = internal('loop');

  function checkedSignal(options) {
    const signal = options?.signal;
    if (signal !== undefined && (signal === null || typeof signal !== 'object' || !('aborted' in signal))) {
      throw invalidArgument('options.signal', 'an instance of AbortSignal', signal);
    }
    return signal;
  }

  // Settles when the callback that begin takes is called, or rejects when the signal says so first.
  function promised(begin, end, value, options) {
    const signal = checkedSignal(options);
    const { abortError } = internal('abort');
    if (signal?.aborted) {
      return Promise.reject(abortError(signal.reason));
    }
    return new Promise((resolve, reject) => {
      const aborted = () => {
        end(handle);
        reject(abortError(signal.reason));
      };
      const handle = begin(() => {
        signal?.removeEventListener('abort', aborted);
        resolve(value);
      });
      if (options?.ref === false) {
        handle.unref();
      }
      signal?.addEventListener('abort', aborted, { once: true });
    });
  }

  async function* interval(delay, value, options) {
    const signal = checkedSignal(options);
    let due = 0;
    let wake = () => {};
    const timer = loop.setInterval(() => {
      due += 1;
      wake();
    }, delay);
    const stopped = () => wake();
    signal?.addEventListener('abort', stopped, { once: true });
    try {
      for (;;) {
        if (signal?.aborted) {
          throw internal('abort').abortError(signal.reason);
        }
        if (due === 0) {
          await new Promise((resolve) => { wake = resolve; });
        } else {
          due -= 1;
          yield value;
        }
      }
    } finally {
      loop.clearInterval(timer);
      signal?.removeEventListener('abort', stopped);
    }
  }

  const module = {
    setTimeout: (delay, value, options) => promised((done) => loop.setTimeout(done, delay), loop.clearTimeout, value, options),
    setImmediate: (value, options) => promised((done) => loop.setImmediate(done), loop.clearImmediate, value, options),
    setInterval: interval,
    scheduler: {
      wait: (delay, options) => module.setTimeout(delay, undefined, options),
      yield: () => module.setImmediate(),
    },
  };
  return module;
})
