// ms
const ms = require('ms');

exports.handler = async (event) => {
  const millis = event.texts.map((text) => ms(text));
  console.log(millis);
  let refused;
  try {
    ms({});
  } catch (error) {
    refused = error.message;
  }
  return { millis, texts: [60000, 2 * 3600000, -3 * 86400000].map((value) => [ms(value), ms(value, { long: true })]), refused };
};
