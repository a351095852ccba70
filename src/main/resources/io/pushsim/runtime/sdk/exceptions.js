// The SDK's classes of errors, and the errors that a service's answers become.
(function exceptions(exports, internal) {
  'use strict';

  class ServiceException extends Error {
    $fault;
    $response;
    $retryable;
    $metadata;
    constructor(options) {
      super(options.message);
      Object.setPrototypeOf(this, Object.getPrototypeOf(this).constructor.prototype);
      this.name = options.name;
      this.$fault = options.$fault;
      this.$metadata = options.$metadata;
    }
    static isInstance(value) {
      return value instanceof Error && (value.$fault === 'client' || value.$fault === 'server') && Boolean(value.$metadata);
    }
  }

  function classOf(base, name, entry) {
    const $fault = entry.fault ?? 'client';
    const members = Object.keys(entry.members).filter((member) => member.toLowerCase() !== 'message');
    const made = { [name]: class extends base {
      name = name;
      $fault = $fault;
      constructor(options) {
        super({ name, $fault, ...options });
        Object.setPrototypeOf(this, made.prototype);
        if (entry.retryable !== undefined) {
          this.$retryable = entry.retryable.throttling ? { throttling: true } : {};
        }
        for (const member of members) {
          this[member] = options[member];
        }
      }
    } }[name];
    return made;
  }

  // The class of all of a service's errors, and those that its model names.
  exports.classes = (model) => {
    const { serviceId } = model.metadata;
    const name = `${serviceId}ServiceException`;
    const base = { [name]: class extends ServiceException {
      constructor(options) {
        super(options);
        Object.setPrototypeOf(this, base.prototype);
      }
    } }[name];
    const modeled = Object.fromEntries(Object.entries(model.errors).map(([each, entry]) => [each, classOf(base, each, entry)]));
    return { base, modeled };
  };

  function decorated(exception, more) {
    for (const [name, value] of Object.entries(more)) {
      if (value !== undefined && (exception[name] === undefined || exception[name] === null || exception[name] === '')) {
        exception[name] = value;
      }
    }
    exception.message = exception.message || exception.Message || 'UnknownError';
    delete exception.Message;
    return exception;
  }

  /*
   * The error that an answer says: of the class that the model has for its code, else of the service's.
   * read gives a member's value from the data.
   */
  exports.error = (model, classes, { code, aliased = false, data, response, metadata, message, read, first = {} }) => {
    const bare = code.includes('#') ? code.split('#')[1] : code;
    const name = model.errors[bare] !== undefined || !aliased ? bare : Object.keys(model.errors).find((each) => model.errors[each].code === bare) ?? bare;
    const $fault = response.statusCode < 500 ? 'client' : 'server';
    const entry = model.errors[name];
    if (entry === undefined) {
      data.message ??= data.Message ?? 'UnknownError';
      return decorated(Object.assign(new classes.base({ name }), { $metadata: metadata, $fault }), data);
    }
    const output = { ...first };
    for (const [member, ref] of Object.entries(entry.members)) {
      output[member] = read(member, ref);
    }
    const exception = new classes.modeled[name]({});
    return decorated(Object.assign(exception, { $metadata: metadata, $fault: entry.fault ?? 'client', message }, output), data);
  };
})
