// jsonata
const jsonata = require('jsonata');

exports.handler = async (event) => {
  const expression = jsonata('orders{customer: $sum(total)}');
  console.log(await expression.evaluate(event));
  const names = jsonata('$sort(orders.customer) ~> $distinct() ~> $join(", ")');
  const own = jsonata('orders.$tax(total)');
  own.registerFunction('tax', (value) => value * 0.2, '<n:n>');
  let refused;
  try {
    jsonata('orders[').ast();
  } catch (error) {
    refused = [error.code, error.message, error.position];
  }
  return { names: await names.evaluate(event), tax: await own.evaluate(event), formatted: await jsonata("$fromMillis(1700000000000, '[Y0001]-[M01]-[D01]')").evaluate({}), refused };
};
