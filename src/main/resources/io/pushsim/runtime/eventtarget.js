// Event, EventTarget and CustomEvent.
(function eventtarget(exports, internal) {
  'use strict';
  const { coded, invalidArgument, missingArguments } = internal('errors');
  const { milliseconds } = internal('clock');
  const custom = Symbol.for('nodejs.util.inspect.custom');

  class Event {
    #type;
    #options;
    #canceled = false;
    #stopped = false;
    #time = milliseconds();
    constructor(type, options = undefined) {
      if (arguments.length === 0) {
        throw missingArguments('type');
      }
      if (options !== undefined && options !== null && typeof options !== 'object') {
        throw invalidArgument('options', 'of type object', options);
      }
      this.#type = `${type}`;
      this.#options = options ?? {};
      hide(this, 'target', null);
      hide(this, 'currentTarget', null);
      hide(this, 'eventPhase', 0);
    }
    get type() {
      return this.#type;
    }
    get bubbles() {
      return Boolean(this.#options.bubbles);
    }
    get cancelable() {
      return Boolean(this.#options.cancelable);
    }
    get composed() {
      return Boolean(this.#options.composed);
    }
    get defaultPrevented() {
      return this.cancelable && this.#canceled;
    }
    get returnValue() {
      return !this.defaultPrevented;
    }
    get timeStamp() {
      return this.#time;
    }
    get srcElement() {
      return this.target;
    }
    get isTrusted() {
      return false;
    }
    get cancelBubble() {
      return this.#stopped;
    }
    preventDefault() {
      this.#canceled = true;
    }
    stopPropagation() {}
    stopImmediatePropagation() {
      this.#stopped = true;
    }
    composedPath() {
      return this.currentTarget === null ? [] : [this.currentTarget];
    }
    [custom](depth, options, inspect) {
      if (depth < 0) {
        return this.constructor.name;
      }
      const { type, defaultPrevented, cancelable, timeStamp } = this;
      return `${this.constructor.name} ${inspect({ type, defaultPrevented, cancelable, timeStamp }, { ...options, depth })}`;
    }
  }
  Object.assign(Event, { NONE: 0, CAPTURING_PHASE: 1, AT_TARGET: 2, BUBBLING_PHASE: 3 });

  class CustomEvent extends Event {
    #detail;
    constructor(type, options = undefined) {
      super(type, options);
      this.#detail = options?.detail ?? null;
    }
    get detail() {
      return this.#detail;
    }
  }

  function hide(object, name, value) {
    Object.defineProperty(object, name, { value, writable: true, enumerable: false, configurable: true });
  }

  function checkedListener(listener) {
    if (typeof listener === 'function' || (typeof listener === 'object' && listener !== null)) {
      return true;
    }
    if (listener === null || listener === undefined) {
      return false;
    }
    throw invalidArgument('listener', 'an instance of EventListener', listener);
  }

  class EventTarget {
    #listeners = new Map();
    addEventListener(type, listener, options = {}) {
      if (arguments.length < 2) {
        throw missingArguments('type', 'listener');
      }
      if (!checkedListener(listener)) {
        return;
      }
      const { once = false, capture = false, signal } = typeof options === 'boolean' ? { capture: options } : options ?? {};
      const name = `${type}`;
      const list = this.#listeners.get(name) ?? [];
      if (signal?.aborted || list.some((each) => each.listener === listener && each.capture === Boolean(capture))) {
        return;
      }
      this.#listeners.set(name, [...list, { listener, once: Boolean(once), capture: Boolean(capture) }]);
      signal?.addEventListener('abort', () => this.removeEventListener(type, listener, options), { once: true });
    }
    removeEventListener(type, listener, options = {}) {
      if (arguments.length < 2) {
        throw missingArguments('type', 'listener');
      }
      const capture = Boolean(typeof options === 'boolean' ? options : options?.capture);
      const list = this.#listeners.get(`${type}`) ?? [];
      this.#listeners.set(`${type}`, list.filter((each) => each.listener !== listener || each.capture !== capture));
    }
    dispatchEvent(event) {
      if (!(event instanceof Event)) {
        throw invalidArgument('event', 'an instance of Event', event);
      }
      if (event.currentTarget !== null) {
        throw coded(Error, 'ERR_EVENT_RECURSION', `The event "${event.type}" is already being dispatched`);
      }
      hide(event, 'target', this);
      hide(event, 'currentTarget', this);
      hide(event, 'eventPhase', 2);
      for (const each of this.#listeners.get(event.type) ?? []) {
        if (each.once) {
          this.removeEventListener(event.type, each.listener, each.capture);
        } else if (!this.#listeners.get(event.type).includes(each)) {
          continue;
        }
        this.#call(each.listener, event);
        if (event.cancelBubble) {
          break;
        }
      }
      hide(event, 'currentTarget', null);
      hide(event, 'eventPhase', 0);
      return !event.defaultPrevented;
    }
    #call(listener, event) {
      try {
        const result = typeof listener === 'function' ? listener.call(this, event) : listener.handleEvent(event);
        if (typeof result?.then === 'function') {
          result.then(undefined, (error) => internal('loop').nextTick(() => { throw error; }));
        }
      } catch (error) {
        internal('loop').nextTick(() => { throw error; });
      }
    }
    static listeners(target, type) {
      return (target.#listeners.get(`${type}`) ?? []).map((each) => each.listener);
    }
    [custom](depth, options, inspect) {
      return depth < 0 ? this.constructor.name : `${this.constructor.name} ${inspect({}, { ...options, depth })}`;
    }
  }
  const { listeners } = EventTarget;
  delete EventTarget.listeners;
  for (const Type of [Event, EventTarget, CustomEvent]) {
    Object.defineProperty(Type.prototype, Symbol.toStringTag, { value: Type.name, configurable: true });
  }

  // An attribute such as onabort: at most one listener, which assigning replaces.
  function handlerAttribute(prototype, type) {
    const handlers = new WeakMap();
    Object.defineProperty(prototype, `on${type}`, {
      get() {
        return handlers.get(this)?.called ?? null;
      },
      set(called) {
        const before = handlers.get(this);
        if (before !== undefined) {
          this.removeEventListener(type, before.listener);
          handlers.delete(this);
        }
        if (typeof called === 'function') {
          const listener = (event) => called.call(this, event);
          handlers.set(this, { called, listener });
          this.addEventListener(type, listener);
        }
      },
      enumerable: true,
      configurable: true,
    });
  }

  Object.assign(exports, { Event, EventTarget, CustomEvent, listeners, handlerAttribute });
})
