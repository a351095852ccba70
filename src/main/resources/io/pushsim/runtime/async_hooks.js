// Node's async_hooks: AsyncLocalStorage and AsyncResource over the engine's asynchronous contexts.
(function asyncHooks(exports, internal, host) {
  'use strict';
  const { capture, within, variable } = internal('context');
  const { invalidArgument, refusal } = internal('errors');
  let lastId = 1;

  function checked(callback, name = 'fn') {
    if (typeof callback !== 'function') {
      throw invalidArgument(name, 'of type function', callback);
    }
    return callback;
  }

  class AsyncLocalStorage {
    // Of each context a cell that enterWith and disable can write to; outside all, one for each invocation.
    #cells = variable();
    #outermost = { store: undefined, invocation: undefined };
    static bind(callback) {
      return AsyncResource.bind(checked(callback));
    }
    static snapshot() {
      const snapshot = capture();
      return (callback, ...values) => within(snapshot, checked(callback), this, values);
    }
    #cell() {
      const cell = this.#cells.get();
      if (cell !== undefined) {
        return cell;
      }
      const invocation = host.requestId();
      if (this.#outermost.invocation !== invocation) {
        this.#outermost = { store: undefined, invocation };
      }
      return this.#outermost;
    }
    run(store, callback, ...values) {
      return this.#cells.run({ store }, () => Reflect.apply(checked(callback, 'callback'), undefined, values));
    }
    exit(callback, ...values) {
      return this.run(undefined, callback, ...values);
    }
    getStore() {
      return this.#cell().store;
    }
    enterWith(store) {
      this.#cell().store = store;
    }
    disable() {
      this.#cell().store = undefined;
    }
  }

  class AsyncResource {
    #snapshot = capture();
    #id = ++lastId;
    constructor(type) {
      if (typeof type !== 'string') {
        throw invalidArgument('type', 'of type string', type);
      }
    }
    static bind(callback, type, receiver) {
      return new AsyncResource(type ?? (callback.name || 'bound-anonymous-fn')).bind(callback, receiver);
    }
    bind(callback, receiver = undefined) {
      checked(callback);
      const resource = this;
      const bound = function (...values) {
        return resource.runInAsyncScope(callback, receiver === undefined ? this : receiver, ...values);
      };
      return Object.defineProperty(bound, 'length', { value: callback.length, configurable: true });
    }
    runInAsyncScope(callback, receiver, ...values) {
      return within(this.#snapshot, callback, receiver, values);
    }
    emitDestroy() {
      return this;
    }
    asyncId() {
      return this.#id;
    }
    triggerAsyncId() {
      return 1;
    }
  }

  exports.AsyncLocalStorage = AsyncLocalStorage;
  exports.AsyncResource = AsyncResource;
  exports.executionAsyncId = () => 1;
  exports.triggerAsyncId = () => 0;
  exports.executionAsyncResource = () => ({});
  exports.createHook = refusal('createHook', 'async_hooks.createHook');
})
