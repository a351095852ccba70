// pino
const pino = require('pino');

const logger = pino({ base: null, timestamp: false, redact: ['card.number'], formatters: { level: (label) => ({ level: label }) } });

exports.handler = async (event) => {
  logger.info({ orders: event.orders.length }, 'got %s', 'orders');
  const child = logger.child({ requestId: 'r-1' });
  child.warn({ card: { number: '4111', holder: 'Ann' } }, 'a card');
  child.debug('not to be seen');
  const error = new TypeError('no such order');
  error.stack = 'TypeError: no such order\n    at somewhere';
  child.error(error, 'it failed');
  const lines = [];
  pino({ base: null, timestamp: false, level: 'trace' }, { write: (line) => void lines.push(line) }).trace('to a stream');
  await new Promise(setImmediate);
  return { lines, levels: pino.levels.labels, enabled: logger.isLevelEnabled('debug') };
};
