// AWS's models of the services whose clients there are (see README.md), each read when it is first asked for.
(function model(exports, internal, host) {
  'use strict';
  const parse = JSON.parse;
  const models = Object.create(null);

  exports.of = (service) => {
    models[service] ??= { service, ...parse(host.model(service)) };
    return models[service];
  };

  // A structure's members in the order in which the SDK writes and reads them: those that must be there first.
  exports.members = (shape) => {
    if (shape.ordered === undefined) {
      const { required = [] } = shape;
      const names = Object.keys(shape.members);
      shape.ordered = [...names.filter((name) => required.includes(name)), ...names.filter((name) => !required.includes(name))]
        .map((name) => [name, shape.members[name]]);
    }
    return shape.ordered;
  };

  const none = { type: 'structure', members: {} };
  exports.shapeOf = (model, name) => (name === undefined ? none : model.shapes[name]);
})
