// The console as Lambda's runtime patches it: one log entry per call, with time, request id and level.
(function console_(exports, internal, host, settings) {
  'use strict';
  const { log, logJson, raw } = host;
  const priority = { TRACE: 1, DEBUG: 2, INFO: 3, WARN: 4, ERROR: 5, FATAL: 6 };
  const least = priority[String(settings.environment.AWS_LAMBDA_LOG_LEVEL).toUpperCase()] ?? 1;
  const stringify = JSON.stringify;
  const counts = new Map();
  const timers = new Map();

  function format(values) {
    if (values.length === 1 && typeof values[0] === 'string') {
      return values[0];
    }
    return internal('format').format(...values);
  }

  function errorForm(_, value) {
    if (!(value instanceof Error)) {
      return value;
    }
    return Object.assign(errorFields(value), value);
  }

  function errorFields(error) {
    return {
      errorType: error?.constructor?.name ?? 'UnknownError',
      errorMessage: error.message,
      stackTrace: typeof error.stack === 'string' ? error.stack.split('\n') : error.stack,
    };
  }

  function json(level, values) {
    const entry = { timestamp: host.isoTime(), level, requestId: host.requestId() ?? undefined };
    if (values.length <= 1) {
      entry.message = values[0];
      try {
        return stringify(entry, errorForm);
      } catch {
        entry.message = internal('format').format(values[0]);
        return stringify(entry);
      }
    }
    entry.message = format(values);
    const error = values.find((value) => value instanceof Error);
    return stringify(error === undefined ? entry : Object.assign(entry, errorFields(error)));
  }

  function write(level, values) {
    if (priority[level] < least) {
      return;
    }
    const message = format(values.length === 0 ? [undefined] : values);
    if (settings.logFormat === 'JSON') {
      logJson(json(level, values), message);
    } else {
      log(level, message);
    }
  }

  function elapsed(start) {
    const millis = (internal('clock').sinceStart() - start) / 1000;
    return millis >= 1000 ? `${(millis / 1000).toFixed(3)}s` : `${Number(millis.toFixed(3))}ms`;
  }

  const timerText = (label) => `${label}: ${elapsed(timers.get(label))}`;

  const console = {
    log: (...values) => write('INFO', values),
    info: (...values) => write('INFO', values),
    warn: (...values) => write('WARN', values),
    error: (...values) => write('ERROR', values),
    debug: (...values) => write('DEBUG', values),
    trace: (...values) => write('TRACE', values),
    fatal: (...values) => write('FATAL', values),
    assert(condition, ...values) {
      if (!condition) {
        if (typeof values[0] === 'string') {
          values[0] = `Assertion failed: ${values[0]}`;
        } else {
          values.unshift('Assertion failed');
        }
        console.warn(...values);
      }
    },
    dir: (value, options) => raw(`${internal('inspect').inspect(value, { customInspect: false, ...options })}\n`),
    dirxml: (...values) => console.log(...values),
    count(label = 'default') {
      counts.set(`${label}`, (counts.get(`${label}`) ?? 0) + 1);
      console.log(`${label}: ${counts.get(`${label}`)}`);
    },
    countReset: (label = 'default') => void counts.delete(`${label}`),
    group(...values) {
      if (values.length > 0) {
        console.log(...values);
      }
    },
    groupCollapsed: (...values) => console.group(...values),
    groupEnd() {},
    time: (label = 'default') => void timers.set(`${label}`, internal('clock').sinceStart()),
    timeLog(label = 'default', ...values) {
      if (timers.has(`${label}`)) {
        console.log(timerText(`${label}`), ...values);
      }
    },
    timeEnd(label = 'default') {
      if (timers.has(`${label}`)) {
        console.log(timerText(`${label}`));
        timers.delete(`${label}`);
      }
    },
    table: (rows, columns) => console.log(internal('table').table(rows, columns)),
  };
  console.log = console.info;
  Object.defineProperty(console, 'Console', { get: () => internal('console_class'), enumerable: true, configurable: true });

  // raw writes past the patched console, as process.stdout.write does.
  return { console, raw, elapsed };
})
