// Lambda's runtime interface client: finds the handler, calls it, answers for it.
(function lambda(exports, internal, host, settings) {
  'use strict';
  const { respond, fail, ready, initFailed } = host;
  const parse = JSON.parse;
  const stringify = JSON.stringify;
  const { apply } = Reflect;
  const { then } = Promise.prototype;
  const settled = Promise.resolve();
  const process = internal('process');
  const { console } = internal('console');
  const { variables } = internal('environment');
  const root = '/var/task';
  const callbacksWork = settings.major < 24;
  let handler;
  let isAsync = false;
  let initialising = true;
  let whenLoopIsEmpty = () => {};

  class RuntimeError extends Error {
    constructor(type, message) {
      super(message);
      Object.defineProperty(this, 'name', { value: `Runtime.${type}`, enumerable: false, writable: true, configurable: true });
    }
  }

  // --- errors ---------------------------------------------------------------------------------

  function looksLikeError(value) {
    return ['name', 'message', 'stack'].every((key) => typeof value[key] === 'string' && value[key] !== '');
  }

  function payload(error) {
    try {
      if (error instanceof Error || (error && looksLikeError(error))) {
        const { stack } = error;
        return { errorType: error.name, errorMessage: error.message, trace: stack.split('\n') };
      }
      return { errorType: typeof error, errorMessage: error.toString(), trace: [] };
    } catch {
      return {
        errorType: 'handled',
        errorMessage: 'callback called with Error argument, but there was a problem while retrieving one or more of its message, name, and stack',
      };
    }
  }

  function visible(_, value) {
    if (!(value instanceof Error)) {
      return value;
    }
    const { stack } = value;
    const shown = { errorType: value.name, errorMessage: value.message, code: value.code, ...value };
    if (typeof stack === 'string') {
      shown.stack = stack.split('\n');
    }
    return shown;
  }

  function logError(title, error) {
    const shown = error instanceof Error ? error : new Error(error);
    if (settings.logFormat === 'JSON') {
      console.error(shown);
      return;
    }
    let text;
    try {
      text = stringify(shown, visible);
    } catch {
      text = stringify(payload(shown));
    }
    console.error(title, `\t${text}`);
  }

  function post(error) {
    const body = payload(error);
    let text;
    try {
      text = stringify(body);
    } catch {
      text = stringify(payload(new Error('Unable to stringify response body')));
    }
    (initialising ? initFailed : fail)(String(body.errorType), String(body.errorMessage), text);
  }

  // As Lambda's runtime does, listens before anybody else, and ends the process.
  process._events.uncaughtException = [(error) => {
    logError('Uncaught Exception', error);
    post(error);
    host.exit(129);
  }];
  process._events.unhandledRejection = [(reason, promise) => {
    let error;
    try {
      error = new RuntimeError('UnhandledPromiseRejection', reason);
    } catch {
      error = new RuntimeError('UnhandledPromiseRejection', 'the reason could not be turned into text');
    }
    error.reason = reason;
    error.promise = promise;
    logError('Unhandled Promise Rejection', error);
    post(error);
    host.exit(128);
  }];

  // --- init -----------------------------------------------------------------------------------

  async function imported(file) {
    try {
      return await import(file);
    } catch (error) {
      throw internal('imports').faultBehind(error);
    }
  }

  async function moduleAt(base, name, folder) {
    const modules = internal('modules');
    for (const extension of ['', '.js', '.mjs', '.cjs']) {
      const file = base + extension;
      if (modules.kind(file) === modules.FILE) {
        return modules.isModule(file) ? imported(file) : modules.open(file);
      }
    }
    const file = modules.resolve(name, root) ?? (folder === '' ? undefined : modules.resolve(name, internal('path').resolve(root, folder)));
    if (file === undefined) {
      throw modules.notFound(name, ['/var/runtime/index.mjs']);
    }
    return modules.open(file);
  }

  async function loadModule(base, name, folder) {
    try {
      return await moduleAt(base, name, folder);
    } catch (error) {
      if (error instanceof SyntaxError) {
        throw syntaxError(error);
      }
      if (error?.code === 'MODULE_NOT_FOUND') {
        throw new RuntimeError('ImportModuleError', `${error}`);
      }
      throw error;
    }
  }

  function syntaxError(cause) {
    const error = new RuntimeError('UserCodeSyntaxError', `${cause}`);
    const place = host.syntaxErrorPlace();
    if (place !== null) {
      error.stack = `${error.name}: ${error.message}\n    at ${place}`;
    }
    return error;
  }

  async function findHandler(name) {
    if (name.includes('..')) {
      throw new RuntimeError('MalformedHandlerName', `'${name}' is not a valid handler name. Use absolute paths when specifying root directories in handler names.`);
    }
    const start = name.lastIndexOf('/') + 1;
    const dot = name.indexOf('.', start);
    if (dot === -1 || start === name.length) {
      throw new RuntimeError('MalformedHandlerName', 'Bad handler');
    }
    const module = name.slice(start, dot);
    const app = await loadModule(`${root}/${name.slice(0, dot)}`, module, name.slice(0, start));
    const found = pick(app, name.slice(dot + 1));
    if (!found) {
      throw new RuntimeError('HandlerNotFound', `${name} is undefined or not exported`);
    }
    if (typeof found !== 'function') {
      throw new RuntimeError('HandlerNotFound', `${name} is not a function`);
    }
    return found;
  }

  function pick(app, names) {
    return within(app, names) ?? (callbacksWork ? undefined : within(app?.default, names));
  }

  function within(object, names) {
    const dot = names.indexOf('.');
    if (dot === -1 || !object) {
      return object && object[names];
    }
    return within(object[names.slice(0, dot)], names.slice(dot + 1));
  }

  function checkSignature() {
    if (handler[Symbol.for('aws.lambda.runtime.handler.streaming')]) {
      throw internal('errors').notSimulated('response streaming (awslambda.streamifyResponse)');
    }
    isAsync = handler.constructor?.name === 'AsyncFunction';
    if (!callbacksWork && handler.length >= 3) {
      throw new RuntimeError('CallbackHandlerDeprecated', 'ERROR: AWS Lambda has removed support for callback-based function handlers starting with Node.js 24. You need to modify this function to use a supported handler signature to use Node.js 24 or later. For more information see https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html.');
    }
    if (settings.warnsOfCallbacks && handler.length === 3 && !isAsync
      && process.env.AWS_LAMBDA_NODEJS_DISABLE_CALLBACK_WARNING === undefined) {
      console.warn('AWS Lambda plans to remove support for callback-based function handlers starting with Node.js 24. You will need to update this function to use an async handler to use Node.js 24 or later. For more information and to provide feedback on this change, see https://github.com/aws/aws-lambda-nodejs-runtime-interface-client/issues/137. To disable this warning, set the AWS_LAMBDA_NODEJS_DISABLE_CALLBACK_WARNING environment variable.');
    }
  }

  globalThis.awslambda = {
    streamifyResponse(streaming) {
      streaming[Symbol.for('aws.lambda.runtime.handler.streaming')] = 'response';
      return streaming;
    },
  };

  exports.load = async (name) => {
    try {
      handler = await findHandler(name);
      internal('names').nameIfAnonymous(handler, `exports.${name.slice(name.indexOf('.', name.lastIndexOf('/') + 1) + 1)}`);
      checkSignature();
      initialising = false;
      ready();
    } catch (error) {
      logError('Uncaught Exception', error);
      post(error);
      host.exit(129);
    }
  };

  // --- invoke ---------------------------------------------------------------------------------

  // Assigned one by one: each write is cached where it stands, which Object.assign's are not.
  function describe(context, invocation) {
    const env = variables();
    context.functionVersion = env.AWS_LAMBDA_FUNCTION_VERSION;
    context.functionName = env.AWS_LAMBDA_FUNCTION_NAME;
    context.memoryLimitInMB = env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE;
    context.logGroupName = env.AWS_LAMBDA_LOG_GROUP_NAME;
    context.logStreamName = env.AWS_LAMBDA_LOG_STREAM_NAME;
    context.clientContext = invocation.clientContext === undefined ? undefined : parse(invocation.clientContext);
    context.identity = undefined;
    context.invokedFunctionArn = invocation.invokedFunctionArn;
    context.awsRequestId = invocation.requestId;
    context.tenantId = undefined;
    context.getRemainingTimeInMillis = () => invocation.deadline - Date.now();
    return context;
  }

  function answer(result) {
    let text;
    try {
      text = stringify(result === undefined ? null : result);
    } catch {
      post(new Error('Unable to stringify response body'));
      return;
    }
    respond(text ?? 'null');
  }

  // nodejs22.x and before: a callback, context.done and its kin, or a promise; the first one counts.
  function completion() {
    let finished = false;
    let waits = true;
    const first = (report) => (...values) => {
      if (!finished) {
        whenLoopIsEmpty = () => {};
        report(...values);
        finished = true;
      }
    };
    const failed = (error) => {
      logError('Invoke Error', error);
      post(error);
    };
    const isNothing = (error) => error === undefined || error === null;
    const done = (error, result) => (isNothing(error) ? answer(result) : failed(error));
    const callback = (error, result) => {
      if (!isNothing(error)) {
        failed(error);
      } else if (!waits) {
        answer(result);
      } else {
        whenLoopIsEmpty = () => {
          whenLoopIsEmpty = () => {};
          answer(result);
        };
      }
    };
    const base = {
      get callbackWaitsForEmptyEventLoop() {
        return waits;
      },
      set callbackWaitsForEmptyEventLoop(value) {
        waits = value;
      },
      succeed: first((result) => answer(result)),
      fail: first((error) => done(isNothing(error) ? 'handled' : error)),
      done: first(done),
    };
    return { callback: first(callback), base };
  }

  function invokeWithCallback(invocation, event) {
    const { callback, base } = completion();
    whenLoopIsEmpty = () => {
      whenLoopIsEmpty = () => {};
      if (isAsync) {
        const error = new RuntimeError('NodeJsExit', 'The Lambda runtime client detected an unexpected Node.js exit code. This is most commonly caused by a Promise that was never settled. For more information, see https://nodejs.org/docs/latest/api/process.html#exit-codes');
        logError('Invoke Error', error);
        post(error);
      } else {
        answer(null);
      }
    };
    try {
      const context = describe(base, invocation);
      const call = handler;
      const result = call(event, context, callback);
      if (result && typeof result.then === 'function') {
        result.then(context.succeed, context.fail).catch(context.fail);
      }
    } catch (error) {
      callback(error);
    }
  }

  // nodejs24.x and later: the result is awaited, whatever the event loop still holds.
  async function invokeAndAwait(invocation, event) {
    whenLoopIsEmpty = () => host.exit(13);
    const turn = () => new Promise((resolve) => internal('loop').setImmediate(resolve));
    const call = handler;
    try {
      const result = await call(event, describe({}, invocation));
      await turn();
      answer(result);
    } catch (error) {
      await turn();
      logError('Invoke Error', error);
      post(error);
    } finally {
      whenLoopIsEmpty = () => {};
    }
  }

  function run(invocation, text) {
    const event = parse(text);
    if (callbacksWork) {
      invokeWithCallback(invocation, event);
    } else {
      invokeAndAwait(invocation, event);
    }
  }

  // As on Lambda the handler begins in a promise job: further jobs come before its ticks.
  function begin(invocation, text) {
    apply(then, settled, [() => run(invocation, text)]);
  }

  exports.invoke = (requestId, deadline, invokedFunctionArn, traceId, text, clientContext) => {
    variables()._X_AMZN_TRACE_ID = traceId;
    const invocation = { requestId, deadline, invokedFunctionArn, clientContext };
    begin(invocation, text);
  };
  exports.loopIsEmpty = () => {
    process.emitIfHeard('beforeExit', process.exitCode ?? 0);
    whenLoopIsEmpty();
  };
})
