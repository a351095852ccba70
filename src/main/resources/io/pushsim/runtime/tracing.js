// The channels of diagnostics_channel by which a library tells of a call: that it starts and ends, at once or later, or fails.
(function tracing(exports, internal) {
  'use strict';
  const { invalidArgument } = internal('errors');
  const events = ['start', 'end', 'asyncStart', 'asyncEnd', 'error'];

  class TracingChannel {
    constructor(names, channel) {
      for (const event of events) {
        this[event] = typeof names === 'string' ? channel(`tracing:${names}:${event}`) : names[event];
      }
    }
    get hasSubscribers() {
      return events.some((event) => this[event]?.hasSubscribers);
    }
    subscribe(handlers) {
      for (const event of events) {
        if (handlers[event]) {
          this[event]?.subscribe(handlers[event]);
        }
      }
    }
    unsubscribe(handlers) {
      return events.filter((event) => handlers[event]).map((event) => this[event]?.unsubscribe(handlers[event]) ?? false).every(Boolean);
    }
    #failed(error, context) {
      context.error = error;
      this.error.publish(context);
    }
    traceSync(call, context = {}, receiver = undefined, ...values) {
      return this.start.runStores(context, () => {
        try {
          return context.result = Reflect.apply(call, receiver, values);
        } catch (error) {
          this.#failed(error, context);
          throw error;
        } finally {
          this.end.publish(context);
        }
      });
    }
    tracePromise(call, context = {}, receiver = undefined, ...values) {
      const settled = (publish, give) => (value) => {
        publish(value);
        this.asyncStart.publish(context);
        this.asyncEnd.publish(context);
        return give(value);
      };
      return this.start.runStores(context, () => {
        try {
          return Promise.resolve(Reflect.apply(call, receiver, values)).then(
            settled((value) => { context.result = value; }, (value) => value),
            settled((error) => this.#failed(error, context), (error) => Promise.reject(error)),
          );
        } catch (error) {
          this.#failed(error, context);
          throw error;
        } finally {
          this.end.publish(context);
        }
      });
    }
    traceCallback(call, position = -1, context = {}, receiver = undefined, ...values) {
      const callback = values.at(position);
      if (typeof callback !== 'function') {
        throw invalidArgument('callback', 'of type function', callback);
      }
      const self = this;
      function traced(error, value) {
        if (error) {
          self.#failed(error, context);
        } else {
          context.result = value;
        }
        self.asyncStart.runStores(context, () => {
          try {
            return Reflect.apply(callback, this, arguments);
          } finally {
            self.asyncEnd.publish(context);
          }
        });
      }
      values.splice(position, 1, traced);
      return this.start.runStores(context, () => {
        try {
          return Reflect.apply(call, receiver, values);
        } catch (error) {
          this.#failed(error, context);
          throw error;
        } finally {
          this.end.publish(context);
        }
      });
    }
  }

  exports.TracingChannel = TracingChannel;
})
