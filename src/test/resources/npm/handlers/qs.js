// qs
const qs = require('qs');

exports.handler = async (event) => {
  const parsed = qs.parse('a[b][c]=1&a[b][d]=x%20y&list[]=1&list[]=2&e.f=g&empty=', { allowDots: true });
  console.log(parsed);
  return { parsed, text: qs.stringify(event, { encodeValuesOnly: true }), dots: qs.stringify({ a: { b: [1, 2] } }, { allowDots: true, arrayFormat: 'repeat' }), latin: qs.stringify({ a: 'ü' }, { charset: 'iso-8859-1' }) };
};
