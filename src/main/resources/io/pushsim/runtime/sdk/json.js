// Values of AWS's models as JSON: the bodies of Lambda's and of SQS's API.
(function json(exports, internal) {
  'use strict';
  const { members, shapeOf } = internal('sdk/model');
  const { bufferOf, dateOf, epoch } = internal('sdk/values');

  const keyOf = (name, ref) => (ref.location === undefined ? ref.locationName : undefined) ?? name;

  function written(model, ref, value) {
    if (ref.shape === 'blob') {
      return bufferOf(value).toString('base64');
    }
    if (ref.shape === 'timestamp') {
      return epoch(value instanceof Date ? value : new Date(value));
    }
    const shape = shapeOf(model, ref.shape);
    if (shape === undefined || value === null || typeof value !== 'object') {
      return value;
    }
    if (shape.type === 'list') {
      return value.map((each) => written(model, shape.member, each));
    }
    if (shape.type === 'map') {
      return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined && each !== null)
        .map(([key, each]) => [key, written(model, shape.value, each)]));
    }
    return structure(model, members(shape), value);
  }

  function structure(model, refs, value) {
    const result = {};
    for (const [name, ref] of refs) {
      const given = value[name] === undefined && ref.idempotencyToken ? internal('random').randomUUID() : value[name];
      if (given !== undefined && given !== null) {
        result[keyOf(name, ref)] = written(model, ref, given);
      }
    }
    return result;
  }

  function read(model, ref, value) {
    if (ref.shape === 'blob') {
      return typeof value === 'string' ? new Uint8Array(bufferOf(internal('buffer').Buffer.from(value, 'base64'))) : value;
    }
    if (ref.shape === 'timestamp') {
      return dateOf(value, typeof value === 'number' ? 'unixTimestamp' : 'iso8601');
    }
    const shape = shapeOf(model, ref.shape);
    if (shape === undefined || value === null || typeof value !== 'object') {
      return value;
    }
    if (shape.type === 'list') {
      return value.map((each) => read(model, shape.member, each));
    }
    if (shape.type === 'map') {
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, read(model, shape.value, each)]));
    }
    return readMembers(model, members(shape), value);
  }

  function readMembers(model, refs, value) {
    const result = {};
    for (const [name, ref] of refs) {
      const given = value[keyOf(name, ref)];
      if (given !== undefined && given !== null) {
        result[name] = read(model, ref, given);
      }
    }
    return result;
  }

  // The members of a structure that refs names, as a text.
  exports.write = (model, refs, value) => JSON.stringify(structure(model, refs, value));
  exports.writeValue = (model, ref, value) => JSON.stringify(written(model, ref, value));
  exports.parse = (text) => (text === '' ? {} : JSON.parse(text));
  exports.readMembers = readMembers;
  exports.readValue = read;
})
