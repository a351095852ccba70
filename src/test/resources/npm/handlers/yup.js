// yup
const yup = require('yup');

const schema = yup.object({
  name: yup.string().trim().required(),
  age: yup.number().positive().integer().required(),
  email: yup.string().email(),
  since: yup.date().default(() => new Date(0)),
  kind: yup.string().oneOf(['a', 'b']),
  limit: yup.number().when('kind', { is: 'a', then: (s) => s.max(10), otherwise: (s) => s.max(100) }),
});

exports.handler = async () => {
  const good = await schema.validate({ name: ' Ann ', age: '24', kind: 'b', limit: 50 });
  console.log(good);
  const bad = await schema.validate({ age: -1.5, email: 'x', kind: 'a', limit: 50 }, { abortEarly: false }).catch((error) => error);
  console.log(bad.name, bad.errors, bad.inner.map(({ path, type }) => [path, type]));
  return { good, errors: bad.errors, cast: schema.fields.age.cast('12'), described: Object.keys(schema.describe().fields) };
};
