// Date, performance, Intl and Math.random on the simulator's clock and draws.
(function clock(exports, internal, host) {
  'use strict';
  const { microseconds, random } = host;
  const NativeDate = Date;
  const construct = Reflect.construct;
  const floor = Math.floor;
  const origin = microseconds();

  function milliseconds() {
    return floor(microseconds() / 1000);
  }

  function SimulatedDate(...values) {
    if (new.target === undefined) {
      return new SimulatedDate().toString();
    }
    return construct(NativeDate, values.length === 0 ? [milliseconds()] : values, new.target);
  }

  function installDate(hidden) {
    Object.defineProperties(SimulatedDate, {
      name: { value: 'Date', configurable: true },
      length: { value: 7, configurable: true },
      prototype: { value: NativeDate.prototype, writable: false },
      now: { value: function now() { return milliseconds(); }, writable: true, configurable: true },
      parse: { value: NativeDate.parse, writable: true, configurable: true },
      UTC: { value: NativeDate.UTC, writable: true, configurable: true },
    });
    Object.defineProperty(NativeDate.prototype, 'constructor', {
      value: SimulatedDate, writable: true, configurable: true,
    });
    hidden('Date', SimulatedDate);
  }

  // GraalJS names the zone GMT, Node.js on Lambda spells it out.
  function installZoneName() {
    for (const name of ['toString', 'toTimeString']) {
      const native = NativeDate.prototype[name];
      Object.defineProperty(NativeDate.prototype, name, {
        value: { [name]() { return native.call(this).replace(/\([^()]*\)$/, '(Coordinated Universal Time)'); } }[name],
        writable: true,
        configurable: true,
      });
    }
  }

  // Without a date these two format the present, which they would read from the machine's clock.
  function installFormats(NativeIntl) {
    const prototype = NativeIntl.DateTimeFormat.prototype;
    const nativeFormat = Object.getOwnPropertyDescriptor(prototype, 'format').get;
    const nativeParts = prototype.formatToParts;
    Object.defineProperty(prototype, 'format', {
      get() {
        const format = nativeFormat.call(this);
        return (date) => format(date === undefined ? milliseconds() : date);
      },
      configurable: true,
    });
    Object.defineProperty(prototype, 'formatToParts', {
      value: function formatToParts(date) {
        return nativeParts.call(this, date === undefined ? milliseconds() : date);
      },
      writable: true,
      configurable: true,
    });
  }

  exports.install = (hidden, lazily) => {
    const NativeIntl = Intl;
    lazily('Intl', () => {
      installFormats(NativeIntl);
      return NativeIntl;
    });
    installDate(hidden);
    installZoneName();
    Object.defineProperty(Math, 'random', {
      value: function random_() { return random(); }, writable: true, configurable: true,
    });
    Object.defineProperty(Math.random, 'name', { value: 'random' });
  };
  exports.origin = origin;
  exports.milliseconds = milliseconds;
  exports.sinceStart = () => microseconds() - origin;
  exports.NativeDate = NativeDate;
})
