// Sends the SDK's requests by Node's http and https, and again where it failed for a moment.
(function transport(exports, internal) {
  'use strict';
  const { HttpResponse } = internal('sdk/http_request');
  const { isStream } = internal('sdk/body');
  const { queryText } = internal('sdk/signer');
  const transientCodes = new Set(['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND']);
  const throttling = new Set(['BandwidthLimitExceeded', 'EC2ThrottledException', 'LimitExceededException', 'PriorRequestNotComplete', 'ProvisionedThroughputExceededException',
    'RequestLimitExceeded', 'RequestThrottled', 'RequestThrottledException', 'SlowDown', 'ThrottledException', 'Throttling', 'ThrottlingException', 'TooManyRequestsException',
    'TransactionInProgressException']);
  const transientNames = new Set(['TimeoutError', 'RequestTimeout', 'RequestTimeoutException']);

  function timeout(message) {
    return Object.assign(new Error(message), { name: 'TimeoutError' });
  }

  function abortError(signal) {
    const { reason } = signal;
    const isError = reason instanceof Error;
    const error = new Error(reason === undefined || isError ? 'Request aborted' : String(reason));
    // What a stack begins with is fixed when it is first asked for.
    error.stack;
    return Object.assign(error, { name: 'AbortError' }, isError && { cause: reason });
  }

  function send(request, agents, { requestTimeout = 0, abortSignal }) {
    return new Promise((resolve, reject) => {
      if (abortSignal?.aborted) {
        reject(abortError(abortSignal));
        return;
      }
      const secure = request.protocol === 'https:';
      const { query } = request;
      const search = query === undefined || Object.keys(query).length === 0 ? '' : `?${queryText(query)}`;
      const { ...headers } = request.headers;
      const outgoing = internal(secure ? 'https' : 'http').request({
        host: request.hostname, port: request.port, method: request.method, path: `${request.path}${search}`, headers, agent: secure ? agents.https : agents.http,
      }, (answer) => resolve({ response: new HttpResponse({ statusCode: answer.statusCode || -1, reason: answer.statusMessage, headers: flat(answer.headers), body: answer }) }));
      outgoing.on('error', (error) => reject(transientCodes.has(error.code) && error.code !== 'ENOTFOUND' && error.code !== 'ECONNREFUSED'
        ? Object.assign(error, { name: 'TimeoutError' }) : error));
      if (requestTimeout > 0) {
        outgoing.setTimeout(requestTimeout, () => {
          outgoing.destroy();
          reject(timeout(`Connection timed out after ${requestTimeout} ms`));
        });
      }
      abortSignal?.addEventListener?.('abort', () => {
        outgoing.destroy();
        reject(abortError(abortSignal));
      }, { once: true });
      write(outgoing, request.body, reject);
    });
  }

  const flat = (headers) => Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]));

  function write(outgoing, body, reject) {
    if (isStream(body)) {
      body.on('error', (error) => {
        outgoing.destroy();
        reject(error);
      });
      body.pipe(outgoing);
    } else {
      outgoing.end(body === undefined || body === null || body === '' ? undefined : body);
    }
  }

  // A handler that the program brings, or one of ours with the options that it gives.
  exports.handlerOf = (given) => {
    if (typeof given?.handle === 'function') {
      return given;
    }
    const options = given ?? {};
    const agents = {
      http: options.httpAgent ?? new (internal('http').Agent)({ keepAlive: true, maxSockets: 50 }),
      https: options.httpsAgent ?? new (internal('https').Agent)({ keepAlive: true, maxSockets: 50 }),
    };
    return {
      metadata: { handlerProtocol: 'http/1.1' },
      handle: (request, more = {}) => send(request, agents, { requestTimeout: more.requestTimeout ?? options.requestTimeout ?? options.socketTimeout, abortSignal: more.abortSignal }),
      destroy() {
        agents.http.destroy?.();
        agents.https.destroy?.();
      },
      httpHandlerConfigs: () => options,
      updateHttpClientConfig() {},
    };
  };

  exports.NodeHttpHandler = class NodeHttpHandler {
    constructor(options) {
      Object.assign(this, exports.handlerOf(options));
    }
    static create(given) {
      return typeof given?.handle === 'function' ? given : new NodeHttpHandler(given);
    }
  };

  const isThrottling = (error) => error.$metadata?.httpStatusCode === 429 || throttling.has(error.name) || error.$retryable?.throttling === true;
  const isTransient = (error) => transientNames.has(error.name) || transientCodes.has(error.code) || [500, 502, 503, 504].includes(error.$metadata?.httpStatusCode)
    || error.$retryable !== undefined;

  // As the SDK's standard mode does it: up to three attempts, with longer waits between, drawn at random.
  exports.retried = async (config, request, attempt) => {
    const most = await config.maxAttempts();
    const invocation = internal('random').randomUUID();
    let waited = 0;
    for (let count = 1; ; count++) {
      request.headers['amz-sdk-invocation-id'] = invocation;
      request.headers['amz-sdk-request'] = `attempt=${count}; max=${most}`;
      try {
        const result = await attempt();
        result.output.$metadata.attempts = count;
        result.output.$metadata.totalRetryDelay = waited;
        return result;
      } catch (thrown) {
        const error = thrown instanceof Error ? thrown : Object.assign(new Error(), thrown);
        if (isStream(request.body)) {
          (config.logger ?? internal('console').console).warn?.('An error was encountered in a non-retryable streaming request.');
          throw error;
        }
        error.$metadata ??= {};
        if (count >= most || !(isThrottling(error) || isTransient(error))) {
          error.$metadata.attempts = count;
          error.$metadata.totalRetryDelay = waited;
          throw error;
        }
        const delay = Math.floor(Math.random() * Math.min(20000, 2 ** (count - 1) * (isThrottling(error) ? 500 : 100)));
        waited += delay;
        await new Promise((resolve) => internal('loop').setTimeout(resolve, delay));
      }
    }
  };
})
