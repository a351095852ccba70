// debug
const createDebug = require('debug');

createDebug.enable('orders:*,-orders:noise');
createDebug.inspectOpts.hideDate = true;

exports.handler = async (event) => {
  const debug = createDebug('orders:intake');
  debug('got %d orders of %o', event.orders.length, { customer: 'ann' });
  createDebug('orders:noise')('not to be seen');
  debug.extend('line')('sku %s', 'AB-1');
  createDebug.formatters.h = (value) => value.toString('hex');
  debug('bytes %h', Buffer.from('abc'));
  debug.log = console.info.bind(console);
  debug('through the console');
  return { enabled: [debug.enabled, createDebug.enabled('orders:noise'), createDebug.enabled('other')], namespaces: createDebug.disable() };
};
