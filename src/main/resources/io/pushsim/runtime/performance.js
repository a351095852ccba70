// performance and Node's perf_hooks, on the simulator's clock.
(function performance_(exports, internal) {
  'use strict';
  const { invalidArgument, notSimulated, refusal } = internal('errors');
  const { domException } = internal('exceptions');
  const { EventTarget } = internal('eventtarget');
  const { sinceStart } = internal('clock');
  const timeOrigin = internal('clock').origin / 1000;
  let entries = [];

  class PerformanceEntry {
    constructor(name, entryType, startTime, duration, detail) {
      Object.assign(this, { name, entryType, startTime, duration });
      if (detail !== undefined) {
        this.detail = detail;
      }
    }
    toJSON() {
      return { ...this };
    }
  }
  class PerformanceMark extends PerformanceEntry {
    constructor(name, options = undefined) {
      super(`${name}`, 'mark', options?.startTime ?? now(), 0, options?.detail ?? null);
    }
  }
  class PerformanceMeasure extends PerformanceEntry {}

  function now() {
    return sinceStart() / 1000;
  }

  function timeOf(mark) {
    if (typeof mark === 'number') {
      return mark;
    }
    const found = entries.filter((each) => each.entryType === 'mark' && each.name === `${mark}`).pop();
    if (found === undefined) {
      throw domException(`The "${mark}" performance mark has not been set`, 'SyntaxError');
    }
    return found.startTime;
  }

  function startAndEnd(startOrOptions, endMark) {
    if (startOrOptions !== null && typeof startOrOptions === 'object') {
      const { start, end, duration } = startOrOptions;
      const last = end !== undefined ? timeOf(end) : duration !== undefined ? timeOf(start ?? 0) + duration : now();
      return [start !== undefined ? timeOf(start) : duration !== undefined ? last - duration : 0, last];
    }
    const last = endMark === undefined ? now() : timeOf(endMark);
    return [startOrOptions === undefined ? 0 : timeOf(startOrOptions), last];
  }

  function chosen(keep) {
    return entries.filter(keep).sort((a, b) => a.startTime - b.startTime);
  }

  class Performance extends EventTarget {
    get timeOrigin() {
      return timeOrigin;
    }
    now() {
      return now();
    }
    mark(name, options) {
      const mark = new PerformanceMark(name, options);
      entries.push(mark);
      return mark;
    }
    measure(name, startOrOptions, endMark) {
      if (typeof name !== 'string') {
        throw invalidArgument('name', 'of type string', name);
      }
      const [start, end] = startAndEnd(startOrOptions, endMark);
      const measure = new PerformanceMeasure(name, 'measure', start, end - start, startOrOptions?.detail ?? null);
      entries.push(measure);
      return measure;
    }
    getEntries() {
      return chosen(() => true);
    }
    getEntriesByName(name, type) {
      return chosen((each) => each.name === name && (type === undefined || each.entryType === type));
    }
    getEntriesByType(type) {
      return chosen((each) => each.entryType === type);
    }
    clearMarks(name) {
      entries = entries.filter((each) => each.entryType !== 'mark' || (name !== undefined && each.name !== name));
    }
    clearMeasures(name) {
      entries = entries.filter((each) => each.entryType !== 'measure' || (name !== undefined && each.name !== name));
    }
    timerify() {
      throw notSimulated('performance.timerify()');
    }
    eventLoopUtilization() {
      throw notSimulated('performance.eventLoopUtilization()');
    }
    toJSON() {
      return { timeOrigin };
    }
  }
  Object.defineProperty(Performance.prototype, Symbol.toStringTag, { value: 'Performance', configurable: true });

  exports.performance = new Performance();
  exports.module = {
    performance: exports.performance,
    PerformanceEntry,
    PerformanceMark,
    PerformanceMeasure,
    PerformanceObserver: Object.defineProperty(class PerformanceObserver {
      constructor() {
        throw notSimulated('perf_hooks.PerformanceObserver');
      }
    }, Symbol.for('pushsim.unsimulated'), { value: true }),
    monitorEventLoopDelay: refusal('monitorEventLoopDelay', 'perf_hooks.monitorEventLoopDelay'),
  };
})
