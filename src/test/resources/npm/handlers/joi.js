// joi
const Joi = require('joi');

const schema = Joi.object({
  username: Joi.string().alphanum().min(3).max(30).required(),
  password: Joi.string().pattern(/^[a-zA-Z0-9]{3,30}$/),
  repeat: Joi.ref('password'),
  born: Joi.number().integer().min(1900).max(2020),
  email: Joi.string().email({ minDomainSegments: 2, tlds: { allow: ['com', 'net'] } }),
  tags: Joi.array().items(Joi.string().lowercase()).unique().default([]),
}).with('username', 'born').xor('password', 'email');

exports.handler = async (event) => {
  const results = event.people.map((person) => {
    const { error, value } = schema.validate(person, { abortEarly: false });
    console.log(error ? error.message : value);
    return error ? error.details.map(({ type, path }) => ({ type, path })) : value;
  });
  try {
    Joi.assert('x', Joi.number());
  } catch (error) {
    console.log(error.name, error.message.replace(/\u001b\[\d+m/g, ''));
  }
  return { results, async: await schema.validateAsync({ username: 'abc', born: '1990', email: 'a@b.com', tags: ['A'] }) };
};
