// ajv ajv-formats
const Ajv = require('ajv');
const Ajv2020 = require('ajv/dist/2020');
const addFormats = require('ajv-formats');

const ajv = addFormats(new Ajv({ allErrors: true, coerceTypes: true, useDefaults: true }));
const validate = ajv.compile({
  type: 'object',
  required: ['id', 'email', 'lines'],
  additionalProperties: false,
  properties: {
    id: { type: 'string', format: 'uuid' },
    email: { type: 'string', format: 'email' },
    placed: { type: 'string', format: 'date-time' },
    payment: { type: 'object' },
    currency: { enum: ['EUR', 'USD'], default: 'EUR' },
    lines: { type: 'array', minItems: 1, items: { type: 'object', required: ['sku'], properties: { sku: { type: 'string', pattern: '^[A-Z]{2}-\\d+$' }, quantity: { type: 'integer', minimum: 1 } } } },
  },
});

exports.handler = async (event) => {
  const results = event.intake.map((order) => (validate(order) ? order : ajv.errorsText(validate.errors, { separator: '; ' })));
  results.forEach((result) => console.log(result));
  const tuple = new Ajv2020().compile({ type: 'array', prefixItems: [{ type: 'number' }, { type: 'string' }], items: false });
  return { results, tuple: [tuple([1, 'a']), tuple([1, 'a', 2])], errors: tuple.errors };
};
