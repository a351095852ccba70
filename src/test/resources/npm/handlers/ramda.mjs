// ramda
import * as R from 'ramda';

export const handler = async (event) => {
  const totals = R.pipe(R.groupBy(R.prop('customer')), R.map(R.pipe(R.pluck('total'), R.sum)))(event.orders);
  console.log(totals);
  const first = R.lensPath(['orders', 0, 'total']);
  return { totals, set: R.view(first, R.over(first, R.add(1), event)), equal: R.equals({ a: [1, new Date(0)] }, { a: [1, new Date(0)] }), sorted: R.sortWith([R.descend(R.prop('total'))], event.orders)[0], when: R.cond([[R.lt(3), R.always('small')], [R.T, R.always('large')]])(5), curried: R.map(R.multiply(R.__, 2), [1, 2]) };
};
