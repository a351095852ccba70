// lodash
const _ = require('lodash');
const fp = require('lodash/fp');
const debounce = require('lodash/debounce');

exports.handler = async (event) => {
  const byCustomer = _.groupBy(event.orders, 'customer');
  const totals = _.mapValues(byCustomer, (orders) => _.sumBy(orders, 'total'));
  console.log('totals', totals);
  const merged = _.merge({ a: { list: [1, 2], keep: true } }, { a: { list: [3] }, b: _.set({}, 'deep[0].path', 1) });
  console.log(merged, _.isEqual(merged, _.cloneDeep(merged)));
  let calls = 0;
  const counted = debounce(() => void calls++, 20);
  _.times(5, counted);
  await new Promise((resolve) => setTimeout(resolve, 60));
  return {
    top: _(totals).toPairs().orderBy([1], ['desc']).take(1).value(),
    words: fp.flow(fp.words, fp.map(fp.upperFirst), fp.join(' '))('naïve café-society'),
    text: _.template('Hello <%= name %>, <%- html %>')({ name: 'Ann', html: '<b>' }),
    kebab: _.kebabCase('fooBarBaz'), deburred: _.deburr('déjà vu'), chunks: _.chunk(_.range(7), 3), calls,
  };
};
