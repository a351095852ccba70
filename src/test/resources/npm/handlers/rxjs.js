// rxjs
const { concatMap, delay, firstValueFrom, from, groupBy, interval, lastValueFrom, mergeMap, of, reduce, retry, scan, Subject, take, throwError, timeout, toArray } = require('rxjs');

exports.handler = async (event) => {
  const totals = await lastValueFrom(from(event.orders).pipe(
    groupBy(({ customer }) => customer),
    mergeMap((group) => group.pipe(reduce((sum, { total }) => sum + total, 0), mergeMap((sum) => of([group.key, sum])))),
    toArray(),
  ));
  console.log(totals);
  const ticks = await lastValueFrom(interval(2).pipe(take(3), scan((sum, n) => sum + n, 0), toArray()));
  const subject = new Subject();
  const heard = firstValueFrom(subject.pipe(concatMap((value) => of(value).pipe(delay(3)))));
  subject.next('hello');
  const late = await firstValueFrom(of(1).pipe(delay(50), timeout(5))).catch((error) => [error.name, error.message]);
  const failed = await firstValueFrom(throwError(() => new RangeError('no')).pipe(retry(2))).catch((error) => error.message);
  return { totals, ticks, heard: await heard, late, failed };
};
