// AssertionError and the differences it shows.
(function assertion(exports, internal) {
  'use strict';
  const { inspect } = internal('inspect');
  const { invalidArgument } = internal('errors');
  const longest = 12;
  const headlines = {
    deepStrictEqual: 'Expected values to be strictly deep-equal:',
    strictEqual: 'Expected values to be strictly equal:',
    strictEqualObject: 'Expected "actual" to be reference-equal to "expected":',
    deepEqual: 'Expected values to be loosely deep-equal:',
    notDeepStrictEqual: 'Expected "actual" not to be strictly deep-equal to:',
    notStrictEqual: 'Expected "actual" to be strictly unequal to:',
    notStrictEqualObject: 'Expected "actual" not to be reference-equal to "expected":',
    notDeepEqual: 'Expected "actual" not to be loosely deep-equal to:',
    notIdentical: 'Values identical but not reference-equal:',
    notDeepEqualUnequal: 'Expected values not to be loosely deep-equal:',
  };
  const isObject = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function';

  function shown(value) {
    return inspect(value, {
      compact: false, customInspect: false, depth: 1000, maxArrayLength: Infinity, showHidden: false, showProxy: false, sorted: true, getters: true,
    });
  }

  // Both texts' lines, those of the one alone marked. Long runs of equal lines are left out.
  function difference(actual, expected) {
    const one = shown(actual).split('\n');
    const other = shown(expected).split('\n');
    const lines = aligned(one, other);
    const marked = [];
    let skipped = false;
    lines.forEach(([mark, line], index) => {
      const near = lines.slice(Math.max(0, index - 2), index + 3).some(([each]) => each !== ' ');
      if (mark !== ' ' || near || index < 1 || lines.length < longest) {
        marked.push(`${mark} ${line}`.replace(/^ {2}$/, '  '));
      } else if (marked[marked.length - 1] !== '...') {
        skipped = true;
        marked.push('...');
      }
    });
    return { text: marked.join('\n'), skipped };
  }

  // The longest common subsequence of lines, as [mark, line].
  function aligned(one, other) {
    const lengths = Array.from({ length: one.length + 1 }, () => new Array(other.length + 1).fill(0));
    const same = (i, j) => one[i].replace(/,$/, '') === other[j].replace(/,$/, '');
    for (let i = one.length - 1; i >= 0; i--) {
      for (let j = other.length - 1; j >= 0; j--) {
        lengths[i][j] = same(i, j) ? lengths[i + 1][j + 1] + 1 : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
      }
    }
    const lines = [];
    let i = 0;
    let j = 0;
    while (i < one.length || j < other.length) {
      if (i < one.length && j < other.length && same(i, j)) {
        lines.push([' ', one[i++]]);
        j += 1;
      } else if (i < one.length && (j === other.length || lengths[i + 1][j] >= lengths[i][j + 1])) {
        lines.push(['+', one[i++]]);
      } else {
        lines.push(['-', other[j++]]);
      }
    }
    return lines;
  }

  // A line that points at the first character that differs, where that is not at once.
  function pointed(one, other) {
    let same = 0;
    while (one[same] === other[same]) {
      same += 1;
    }
    return same > 2 ? `\n  ${' '.repeat(same)}^` : '';
  }

  function equalMessage(actual, expected, operator) {
    const headline = operator === 'strictEqual' && isObject(actual) && isObject(expected)
      ? headlines.strictEqualObject : headlines[operator];
    const one = shown(actual);
    const other = shown(expected);
    if (operator === 'strictEqual' && isObject(actual) && isObject(expected) && one === other) {
      return `${headlines.notIdentical}\n\n${one}\n`;
    }
    const single = !one.includes('\n') && !other.includes('\n') && one !== other;
    if (single && one.length + other.length <= longest && (!isObject(actual) || actual === null) && (!isObject(expected) || expected === null)
      && (actual !== 0 || expected !== 0)) {
      return `${headline}\n\n${one} !== ${other}\n`;
    }
    const { text, skipped } = difference(actual, expected);
    const pointer = single && one.length + other.length < 80 && !headline.includes('reference') ? pointed(one, other) : '';
    return `${headline}\n+ actual - expected${skipped ? ' ... Lines skipped' : ''}\n\n${text}${pointer}`;
  }

  function notEqualMessage(actual, operator) {
    const base = operator === 'notStrictEqual' && isObject(actual) ? headlines.notStrictEqualObject : headlines[operator];
    const lines = shown(actual).split('\n');
    return lines.length === 1 ? `${base}${lines[0].length > 5 ? '\n\n' : ' '}${lines[0]}` : `${base}\n\n${lines.join('\n')}\n`;
  }

  function message(actual, expected, operator) {
    if (operator === 'deepStrictEqual' || operator === 'strictEqual') {
      return equalMessage(actual, expected, operator);
    }
    if (operator === 'notDeepStrictEqual' || operator === 'notStrictEqual') {
      return notEqualMessage(actual, operator);
    }
    const one = shown(actual);
    const other = shown(expected);
    if (operator === 'deepEqual') {
      return `${headlines.deepEqual}\n\n${one}\n\nshould loosely deep-equal\n\n${other}`;
    }
    return operator === 'notDeepEqual' ? `${headlines.notDeepEqualUnequal}\n\n${one}\n\nshould not loosely deep-equal\n\n${other}` : `${inspect(actual)} ${operator} ${inspect(expected)}`;
  }

  class AssertionError extends Error {
    constructor(options) {
      if (options === null || typeof options !== 'object') {
        throw invalidArgument('options', 'of type object', options);
      }
      const { actual, expected, operator } = options;
      const given = options.message !== undefined && options.message !== null;
      super(given ? String(options.message) : message(actual, expected, operator));
      this.generatedMessage = !given;
      Object.defineProperty(this, 'name', {
        value: 'AssertionError [ERR_ASSERTION]', enumerable: false, writable: true, configurable: true,
      });
      this.code = 'ERR_ASSERTION';
      this.actual = actual;
      this.expected = expected;
      this.operator = operator;
      Error.captureStackTrace(this, options.stackStartFn);
      this.stack;
      this.name = 'AssertionError';
    }
    toString() {
      return `${this.name} [${this.code}]: ${this.message}`;
    }
  }

  exports.AssertionError = AssertionError;
})
