// Node's assert module.
(function assert_(exports, internal) {
  'use strict';
  const { coded, invalidArgument, invalidValue, missingArguments, received } = internal('errors');
  const { AssertionError } = internal('assertion');
  const { isDeepEqual, isDeepStrictEqual } = internal('equality');
  const { inspect } = internal('inspect');

  function fail(options) {
    if (options.message instanceof Error) {
      throw options.message;
    }
    throw new AssertionError(options);
  }

  function truth(count, args, called) {
    const [value, message] = args;
    if (value) {
      return;
    }
    const generated = count === 0 ? 'No value argument passed to `assert.ok()`' : message;
    const error = generated instanceof Error ? generated : new AssertionError({
      actual: value, expected: true, message: generated ?? undefined, operator: '==', stackStartFn: called,
    });
    if (count === 0) {
      error.generatedMessage = true;
    }
    throw error;
  }

  function ok(...args) {
    truth(args.length, args, ok);
  }

  function assert(...args) {
    truth(args.length, args, assert);
  }

  // A comparison of two values by that name.
  function comparison(name, operator, holds) {
    return {
      [name](...args) {
        if (args.length < 2) {
          throw missingArguments('actual', 'expected');
        }
        const [actual, expected, message] = args;
        if (!holds(actual, expected)) {
          fail({ actual, expected, message, operator, stackStartFn: assert[name] });
        }
      },
    }[name];
  }

  const same = (a, b) => a == b || (a !== a && b !== b);
  Object.assign(assert, {
    fail(message) {
      if (message instanceof Error) {
        throw message;
      }
      const error = new AssertionError({ message: message ?? 'Failed', operator: 'fail', stackStartFn: assert.fail });
      error.generatedMessage = message === undefined;
      throw error;
    },
    AssertionError,
    ok,
    equal: comparison('equal', '==', same),
    notEqual: comparison('notEqual', '!=', (a, b) => !same(a, b)),
    deepEqual: comparison('deepEqual', 'deepEqual', isDeepEqual),
    notDeepEqual: comparison('notDeepEqual', 'notDeepEqual', (a, b) => !isDeepEqual(a, b)),
    deepStrictEqual: comparison('deepStrictEqual', 'deepStrictEqual', isDeepStrictEqual),
    notDeepStrictEqual: comparison('notDeepStrictEqual', 'notDeepStrictEqual', (a, b) => !isDeepStrictEqual(a, b)),
    strictEqual: comparison('strictEqual', 'strictEqual', Object.is),
    notStrictEqual: comparison('notStrictEqual', 'notStrictEqual', (a, b) => !Object.is(a, b)),
    throws(...args) {
      expectsError(assert.throws, thrown(args[0]), ...args.slice(1));
    },
    async rejects(...args) {
      expectsError(assert.rejects, await rejected(args[0]), ...args.slice(1));
    },
    doesNotThrow(...args) {
      expectsNone(assert.doesNotThrow, thrown(args[0]), ...args.slice(1));
    },
    async doesNotReject(...args) {
      expectsNone(assert.doesNotReject, await rejected(args[0]), ...args.slice(1));
    },
    ifError(error) {
      if (error === null || error === undefined) {
        return;
      }
      const text = typeof error === 'object' && typeof error.message === 'string'
        ? (error.message.length === 0 && error.constructor ? error.constructor.name : error.message) : inspect(error);
      const failure = new AssertionError({
        actual: error, expected: null, operator: 'ifError', message: `ifError got unwanted exception: ${text}`, stackStartFn: assert.ifError,
      });
      failure.generatedMessage = true;
      throw failure;
    },
    match: matching('match', 'The input did not match the regular expression', (text, pattern) => pattern.test(text)),
    doesNotMatch: matching('doesNotMatch', 'The input was expected to not match the regular expression', (text, pattern) => !pattern.test(text)),
  });

  function matching(name, sentence, holds) {
    return {
      [name](text, pattern, message) {
        if (!(pattern instanceof RegExp)) {
          throw invalidArgument('regexp', 'an instance of RegExp', pattern);
        }
        if (typeof text !== 'string' || !holds(text, pattern)) {
          if (message instanceof Error) {
            throw message;
          }
          const generated = typeof text !== 'string'
            ? `The "string" argument must be of type string. Received type ${typeof text} (${inspect(text)})`
            : `${sentence} ${inspect(pattern)}. Input:\n\n${inspect(text)}\n`;
          const error = new AssertionError({ actual: text, expected: pattern, message: message ?? generated, operator: name, stackStartFn: assert[name] });
          error.generatedMessage = message === undefined;
          throw error;
        }
      },
    }[name];
  }

  const nothing = Symbol('nothing thrown');

  function thrown(called) {
    if (typeof called !== 'function') {
      throw invalidArgument('fn', 'of type function', called);
    }
    try {
      called();
    } catch (error) {
      return error;
    }
    return nothing;
  }

  async function rejected(promiseOrFunction) {
    const promise = typeof promiseOrFunction === 'function' ? promiseOrFunction() : promiseOrFunction;
    if (typeof promise?.then !== 'function') {
      throw typeof promiseOrFunction === 'function'
        ? coded(TypeError, 'ERR_INVALID_RETURN_VALUE', `Expected instance of Promise to be returned from the "promiseFn" function but got${received(promise).replace(' Received', '')}.`)
        : invalidArgument('promiseFn', 'of type function or an instance of Promise', promiseOrFunction);
    }
    try {
      await promise;
    } catch (error) {
      return error;
    }
    return nothing;
  }

  function expectsError(called, actual, expected, message) {
    const [wanted, text] = typeof expected === 'string' ? [undefined, expected] : [expected, message];
    if (actual === nothing) {
      const details = `${wanted?.name ? ` (${wanted.name})` : ''}${text ? `: ${text}` : '.'}`;
      fail({
        actual: undefined, expected: wanted, operator: called.name, stackStartFn: called,
        message: `Missing expected ${called === assert.rejects ? 'rejection' : 'exception'}${details}`,
      });
    }
    if (wanted !== undefined) {
      checkError(called, actual, wanted, text);
    }
  }

  function checkError(called, actual, expected, message) {
    if (expected instanceof RegExp) {
      if (!expected.test(String(actual))) {
        failed(called, actual, expected, message, `The input did not match the regular expression ${inspect(expected)}. Input:\n\n${inspect(String(actual))}\n`);
      }
    } else if (typeof expected !== 'function') {
      checkProperties(called, actual, expected, message);
    } else if (expected.prototype !== undefined && actual instanceof expected) {
      // As expected.
    } else if (Object.prototype.isPrototypeOf.call(Error, expected) || expected === Error) {
      failed(called, actual, expected, message, `The error is expected to be an instance of "${expected.name}". Received ${actual instanceof Error ? `"${actual.name}"` : `"${inspect(actual, { depth: -1 })}"`}${actual?.message ? `\n\nError message:\n\n${actual.message}` : ''}`);
    } else if (expected.call({}, actual) !== true) {
      const name = expected.name ? `"${expected.name}" ` : '';
      failed(called, actual, expected, message, `The ${name}validation function is expected to return "true". Received ${inspect(expected.call({}, actual))}${actual instanceof Error ? `\n\nCaught error:\n\n${actual}` : ''}`);
    }
  }

  function failed(called, actual, expected, message, generated) {
    if (message instanceof Error) {
      throw message;
    }
    const error = new AssertionError({ actual, expected, message: message ?? generated, operator: called.name, stackStartFn: called });
    error.generatedMessage = message === undefined;
    throw error;
  }

  function checkProperties(called, actual, expected, message) {
    if (expected === null || typeof expected !== 'object') {
      throw invalidArgument('expected', 'of type function or an instance of Error, RegExp, or Object', expected);
    }
    const keys = Object.keys(expected);
    if (expected instanceof Error) {
      keys.push('name', 'message');
    } else if (keys.length === 0) {
      throw invalidValue('error', expected, 'may not be an empty object');
    }
    const matches = (key) => (actual !== null && typeof actual === 'object' && key in actual)
      && ((typeof actual[key] === 'string' && expected[key] instanceof RegExp && expected[key].test(actual[key]))
        || isDeepStrictEqual(actual[key], expected[key]));
    if (!keys.every(matches)) {
      const pick = (source) => Object.fromEntries(keys.filter((key) => key in Object(source)).map((key) => [key, source[key]]));
      const comparable = new AssertionError({ actual: pick(actual), expected: pick(expected), operator: 'deepStrictEqual' });
      failed(called, actual, expected, message, comparable.message);
    }
  }

  function expectsNone(called, actual, expected, message) {
    if (actual === nothing) {
      return;
    }
    const [wanted, text] = typeof expected === 'string' ? [undefined, expected] : [expected, message];
    const isWanted = wanted === undefined || (wanted instanceof RegExp ? wanted.test(String(actual)) : actual instanceof wanted);
    if (!isWanted) {
      throw actual;
    }
    fail({
      actual, expected: wanted, operator: called.name, stackStartFn: called,
      message: `Got unwanted ${called === assert.doesNotReject ? 'rejection' : 'exception'}${text ? `: ${text}` : '.'}\nActual message: "${actual?.message}"`,
    });
  }

  function strict(...args) {
    truth(args.length, args, strict);
  }
  assert.strict = Object.assign(strict, assert, {
    equal: assert.strictEqual,
    deepEqual: assert.deepStrictEqual,
    notEqual: assert.notStrictEqual,
    notDeepEqual: assert.notDeepStrictEqual,
  });
  assert.strict.strict = assert.strict;
  return assert;
})
