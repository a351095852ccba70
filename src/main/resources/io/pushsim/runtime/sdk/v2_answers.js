// Version 3's outputs and errors as version 2 gives them.
(function v2Answers(exports, internal) {
  'use strict';
  const { members, shapeOf } = internal('sdk/model');
  const { Buffer } = internal('buffer');
  const { collected } = internal('sdk/body');

  // A list that is not there is an empty one: in XML, and where it once was.
  function converted(model, ref, value, lists) {
    const shape = shapeOf(model, ref.shape);
    if (shape === undefined) {
      return value instanceof Uint8Array ? Buffer.from(value) : value;
    }
    if (shape.type === 'list') {
      return value.map((each) => converted(model, shape.member, each, lists));
    }
    return shape.type === 'map' ? value : structure(model, members(shape), value, lists);
  }

  function structure(model, refs, value, lists) {
    const result = {};
    for (const [name, ref] of refs) {
      if (value[name] !== undefined) {
        result[name] = converted(model, ref, value[name], lists);
      } else if ((lists || ref.flattened) && ref.location === undefined && shapeOf(model, ref.shape)?.type === 'list') {
        result[name] = [];
      }
    }
    return result;
  }

  // The head's members first, in the model's order; then the payload, or what the body's document has.
  exports.output = async (model, operation, output) => {
    const shape = shapeOf(model, operation.output);
    const { payload } = shape;
    const lists = /xml|query/.test(model.metadata.protocol);
    const all = Object.entries(shape.members).filter(([name]) => name !== 'ExpiresString');
    const head = all.filter(([, ref]) => ref.location !== undefined);
    const result = structure(model, head, output, false);
    if (payload === undefined) {
      return Object.assign(result, structure(model, all.filter(([, ref]) => ref.location === undefined), output, lists));
    }
    if (output[payload] !== undefined) {
      const ref = shape.members[payload];
      result[payload] = ref.streaming ? await collected(output[payload]) : ref.shape === 'blob' ? output[payload].transformToString() : converted(model, ref, output[payload], lists);
    } else if (shape.members[payload].shape === 'blob') {
      result[payload] = '';
    }
    return result;
  };

  const retryable = ({ statusCode, code }) => statusCode >= 500 || /Throttl|SlowDown|TooManyRequests|RequestTimeout/.test(code);

  function named(name, message) {
    const error = new Error(message);
    Object.defineProperty(error, 'name', { value: name, writable: true, enumerable: false, configurable: true });
    error.stack = `${name}: ${message}\n    at Request.extractError (/var/runtime/node_modules/aws-sdk/lib/request.js)`;
    Object.defineProperty(error, 'message', { value: message, writable: true, enumerable: true, configurable: true });
    return error;
  }

  function ofService(model, caught) {
    const { $metadata: { httpStatusCode: statusCode, requestId, extendedRequestId, cfId } } = caught;
    const code = caught.Code ?? caught.name;
    const message = caught.message === 'UnknownError' ? null : caught.message;
    const error = named(model.service === 'sqs' ? caught.name : code, message);
    error.code = code;
    if (model.service === 's3') {
      return Object.assign(error, { region: null, time: new Date(), requestId, extendedRequestId, cfId, statusCode });
    }
    if (model.metadata.protocol !== 'query') {
      hide(model, error, caught);
    }
    return Object.assign(error, { time: new Date(), requestId, statusCode });
  }

  // What a JSON error has besides its message is there, and not shown.
  function hide(model, error, caught) {
    const fields = model.service === 'sqs' ? { __type: caught.__type } : { Type: caught.Type, Message: caught.Message ?? caught.message, Reason: caught.Reason };
    for (const [name, value] of Object.entries(fields)) {
      if (value !== undefined) {
        error[`[${name}]`] = `See error.${name} for details.`;
        Object.defineProperty(error, name, { value, writable: true, enumerable: false, configurable: true });
      }
    }
  }

  exports.error = (model, caught, { maxRetries }) => {
    if (caught.$metadata?.httpStatusCode === undefined) {
      const code = caught.code ?? (caught.name === 'CredentialsProviderError' ? 'CredentialsError' : caught.name === 'TimeoutError' ? 'TimeoutError' : 'NetworkingError');
      return caught.code === undefined && caught.$metadata === undefined ? caught
        : Object.assign(named(code === caught.code ? 'NetworkingError' : code, caught.message), { code, time: new Date(), retryable: true });
    }
    const error = ofService(model, caught);
    error.retryable = retryable(error);
    return maxRetries === 0 ? error : Object.assign(error, { retryDelay: Math.random() * 100 });
  };
})
