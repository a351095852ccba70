// The Console class: a console that writes to streams, as libraries make one that is to go past Lambda's.
(function console_class(exports, internal) {
  'use strict';
  const { coded } = internal('errors');
  const { formatWithOptions } = internal('format');

  function streamsOf(first, stderr, ignoreErrors) {
    const options = first === null || typeof first !== 'object' || typeof first.write === 'function' ? { stdout: first, stderr, ignoreErrors } : first;
    const { stdout } = options;
    for (const [name, stream] of [['stdout', stdout], ['stderr', options.stderr ?? stdout]]) {
      if (stream === null || typeof stream !== 'object' || typeof stream.write !== 'function') {
        throw coded(TypeError, 'ERR_CONSOLE_WRITABLE_STREAM', `Console expects a writable stream instance for ${name}`);
      }
    }
    return { groupIndentation: 2, inspectOptions: {}, ...options, stderr: options.stderr ?? stdout };
  }

  class Console {
    #options;
    #indent = '';
    #counts = new Map();
    #timers = new Map();
    constructor(...values) {
      this.#options = streamsOf(...values);
      for (const name of Object.getOwnPropertyNames(Console.prototype)) {
        if (name !== 'constructor') {
          this[name] = this[name].bind(this);
        }
      }
    }
    #write(stream, values) {
      const text = formatWithOptions(this.#options.inspectOptions, ...values);
      stream.write(`${this.#indent}${this.#indent === '' ? text : text.replaceAll('\n', `\n${this.#indent}`)}\n`);
    }
    log(...values) {
      this.#write(this.#options.stdout, values);
    }
    info(...values) {
      this.#write(this.#options.stdout, values);
    }
    debug(...values) {
      this.#write(this.#options.stdout, values);
    }
    dirxml(...values) {
      this.#write(this.#options.stdout, values);
    }
    warn(...values) {
      this.#write(this.#options.stderr, values);
    }
    error(...values) {
      this.#write(this.#options.stderr, values);
    }
    trace(...values) {
      const error = { name: 'Trace', message: formatWithOptions(this.#options.inspectOptions, ...values) };
      Error.captureStackTrace(error, this.trace);
      this.error(error.stack);
    }
    assert(condition, ...values) {
      if (!condition) {
        this.warn(`Assertion failed${values.length === 0 ? '' : `: ${values[0]}`}`, ...values.slice(1));
      }
    }
    dir(value, options) {
      this.#options.stdout.write(`${internal('inspect').inspect(value, { customInspect: false, ...this.#options.inspectOptions, ...options })}\n`);
    }
    table(rows, columns) {
      this.log(internal('table').table(rows, columns));
    }
    count(label = 'default') {
      this.#counts.set(`${label}`, (this.#counts.get(`${label}`) ?? 0) + 1);
      this.log(`${label}: ${this.#counts.get(`${label}`)}`);
    }
    countReset(label = 'default') {
      this.#counts.delete(`${label}`);
    }
    group(...values) {
      if (values.length > 0) {
        this.log(...values);
      }
      this.#indent += ' '.repeat(this.#options.groupIndentation);
    }
    groupCollapsed(...values) {
      this.group(...values);
    }
    groupEnd() {
      this.#indent = this.#indent.slice(this.#options.groupIndentation);
    }
    time(label = 'default') {
      this.#timers.set(`${label}`, internal('clock').sinceStart());
    }
    timeLog(label = 'default', ...values) {
      if (this.#timers.has(`${label}`)) {
        this.log(`${label}: ${internal('console').elapsed(this.#timers.get(`${label}`))}`, ...values);
      }
    }
    timeEnd(label = 'default') {
      this.timeLog(label);
      this.#timers.delete(`${label}`);
    }
  }

  return Console;
})
