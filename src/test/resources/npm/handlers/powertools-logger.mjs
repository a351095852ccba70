// @aws-lambda-powertools/logger
import { Logger } from '@aws-lambda-powertools/logger';

const hidden = { timestamp: '<time>', xray_trace_id: undefined };
const logger = new Logger({
  serviceName: 'orders',
  logLevel: 'INFO',
  persistentKeys: { team: 'a' },
  jsonReplacerFn: (key, value) => (key in hidden ? hidden[key] : value),
});

export const handler = async (event) => {
  logger.appendKeys({ orders: event.orders.length });
  logger.info('got them', { first: event.orders[0] });
  logger.debug('not to be seen');
  logger.createChild({ persistentLogAttributes: { part: 'lines' } }).warn('few');
  const error = new TypeError('no such order', { cause: 'a test' });
  error.stack = 'TypeError: no such order\n    at handler (/var/task/index.mjs:1:1)';
  logger.error('failed', error);
  logger.critical('at last');
  return { level: logger.getLevelName(), keys: Object.keys(logger.getPersistentLogAttributes()) };
};
