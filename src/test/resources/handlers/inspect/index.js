// Each case of node20.json: arguments of util.format, and the text that Node.js v20.20.2 made of them.
const { format } = require('util');
const cases = require('./node20.json');

exports.handler = async () =>
  cases
    .map(({ values, text }) => ({ values, text, here: format(...eval(values)) }))
    .filter(({ text, here }) => text !== here);
