// Node's diagnostics_channel.
(function diagnostics(exports, internal) {
  'use strict';
  const { invalidArgument, notSimulated } = internal('errors');
  const channels = new Map();

  class Channel {
    #subscribers = [];
    constructor(name) {
      this.name = name;
    }
    get hasSubscribers() {
      return this.#subscribers.length > 0;
    }
    subscribe(listener) {
      if (typeof listener !== 'function') {
        throw invalidArgument('subscription', 'of type function', listener);
      }
      this.#subscribers = [...this.#subscribers, listener];
    }
    unsubscribe(listener) {
      const index = this.#subscribers.indexOf(listener);
      this.#subscribers = this.#subscribers.filter((_, each) => each !== index);
      return index !== -1;
    }
    publish(message) {
      for (const each of this.#subscribers) {
        try {
          each(message, this.name);
        } catch (error) {
          internal('loop').nextTick(() => { throw error; });
        }
      }
    }
    bindStore() {
      throw notSimulated('bindStore() of a diagnostics channel');
    }
    runStores(message, callback, receiver, ...values) {
      this.publish(message);
      return Reflect.apply(callback, receiver, values);
    }
  }

  function channel(name) {
    if (typeof name !== 'string' && typeof name !== 'symbol') {
      throw invalidArgument('channel', 'of type string or symbol', name);
    }
    if (!channels.has(name)) {
      channels.set(name, new Channel(name));
    }
    return channels.get(name);
  }

  return {
    Channel,
    channel,
    hasSubscribers: (name) => channels.get(name)?.hasSubscribers ?? false,
    subscribe: (name, listener) => channel(name).subscribe(listener),
    unsubscribe: (name, listener) => channel(name).unsubscribe(listener),
    tracingChannel: (names) => new (internal('tracing').TracingChannel)(names, channel),
  };
})
