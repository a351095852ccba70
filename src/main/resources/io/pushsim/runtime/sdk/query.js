// Inputs of AWS's models as the forms of the query protocol, which SNS speaks.
(function query(exports, internal) {
  'use strict';
  const { members, shapeOf } = internal('sdk/model');
  const values = internal('sdk/values');

  function add(model, prefix, ref, value, fields) {
    const shape = shapeOf(model, ref.shape);
    if (shape === undefined) {
      fields.push(`${values.encode(prefix)}=${values.encode(values.text(ref, value, 'iso8601'))}`);
    } else if (shape.type === 'list') {
      const base = ref.flattened || shape.flattened ? prefix : `${prefix}.${shape.member.locationName ?? 'member'}`;
      value.forEach((each, index) => add(model, `${base}.${index + 1}`, shape.member, each, fields));
    } else if (shape.type === 'map') {
      const base = ref.flattened || shape.flattened ? prefix : `${prefix}.entry`;
      Object.entries(value).forEach(([key, each], index) => {
        add(model, `${base}.${index + 1}.${shape.key.locationName ?? 'key'}`, shape.key, key, fields);
        add(model, `${base}.${index + 1}.${shape.value.locationName ?? 'value'}`, shape.value, each, fields);
      });
    } else {
      structure(model, prefix, shape, value, fields);
    }
  }

  function structure(model, prefix, shape, value, fields) {
    for (const [name, ref] of members(shape)) {
      const given = value[name];
      if (given !== undefined && given !== null) {
        add(model, `${prefix === '' ? '' : `${prefix}.`}${ref.locationName ?? name}`, ref, given, fields);
      }
    }
  }

  exports.write = (model, operation, shape, input) => {
    const fields = [`Action=${operation}`, `Version=${model.metadata.apiVersion}`];
    structure(model, '', shape, input, fields);
    return fields.join('&');
  };
})
