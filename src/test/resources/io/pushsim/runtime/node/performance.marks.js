const { performance: fromModule, PerformanceMark } = require('perf_hooks');
console.log(fromModule === performance, typeof performance.now(), performance.now() >= 0, typeof performance.timeOrigin);
const mark = performance.mark('a', { detail: { x: 1 }, startTime: 5 });
performance.mark('b', { startTime: 8 });
const measure = performance.measure('m', 'a', 'b');
console.log(mark.name, mark.entryType, mark.detail, measure.duration, measure.startTime, mark instanceof PerformanceMark);
console.log(performance.getEntriesByName('m').length, performance.getEntriesByType('mark').map((each) => each.name));
performance.clearMarks();
performance.clearMeasures();
console.log(performance.getEntriesByType('mark').length);
try {
  performance.measure('x', 'missing');
} catch (error) {
  console.log(error.name, error.message);
}
