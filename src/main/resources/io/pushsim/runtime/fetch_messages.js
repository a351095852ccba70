// Request and Response.
(function fetchMessages(exports, internal) {
  'use strict';
  const { Headers, copy: copyOf, headersOf, needs, finished, immutable } = internal('fetch_headers');
  const { bodyOf, addReading, Body } = internal('fetch_body');
  const { AbortController } = internal('abort');
  const { isToken } = internal('http_checks');
  const { URL } = internal('url');
  const custom = Symbol.for('nodejs.util.inspect.custom');
  const upper = new Set(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'POST', 'PUT']);
  const choices = {
    redirect: ['follow', 'manual', 'error'],
    mode: ['same-origin', 'cors', 'no-cors', 'navigate', 'websocket'],
    credentials: ['omit', 'same-origin', 'include'],
    cache: ['default', 'no-store', 'reload', 'no-cache', 'force-cache', 'only-if-cached'],
    referrerPolicy: ['', 'no-referrer', 'no-referrer-when-downgrade', 'same-origin', 'origin', 'strict-origin', 'origin-when-cross-origin',
      'strict-origin-when-cross-origin', 'unsafe-url'],
    duplex: ['half'],
  };
  const withoutBody = new Set([101, 103, 204, 205, 304]);
  const redirecting = new Set([301, 302, 303, 307, 308]);

  function parsed(text, say) {
    try {
      return new URL(text);
    } catch (cause) {
      throw new TypeError(say, { cause });
    }
  }

  function dictionary(value, where) {
    if (value !== null && value !== undefined && typeof value !== 'object' && typeof value !== 'function') {
      throw new TypeError(`${where}: Expected ${value} to be one of: Null, Undefined, Object.`);
    }
    return value ?? {};
  }

  // --- Request --------------------------------------------------------------------------------

  function checkChoices(init) {
    for (const name of Object.keys(choices)) {
      if (init[name] !== undefined && !choices[name].includes(`${init[name]}`)) {
        throw new TypeError(`Request constructor: ${init[name]} is not an accepted type. Expected one of ${choices[name].join(', ')}.`);
      }
    }
    if (init.window !== undefined && init.window !== null) {
      throw new TypeError("'window' option 'client' must be null");
    }
    if (init.mode === 'navigate') {
      throw new TypeError('Request constructor: invalid request mode navigate.');
    }
    if (init.cache === 'only-if-cached' && init.mode !== 'same-origin') {
      throw new TypeError("'only-if-cached' can be set only with 'same-origin' mode");
    }
    if (init.referrer !== undefined && `${init.referrer}` !== '' && init.referrer !== 'about:client') {
      parsed(`${init.referrer}`, `Referrer "${init.referrer}" is not a valid URL.`);
    }
  }

  function checkedMethod(given) {
    const method = `${given}`;
    if (!isToken(method)) {
      throw new TypeError(`'${method}' is not a valid HTTP method.`);
    }
    if (['CONNECT', 'TRACE', 'TRACK'].includes(method.toUpperCase())) {
      throw new TypeError(`'${method}' HTTP method is unsupported.`);
    }
    return upper.has(method.toUpperCase()) ? method.toUpperCase() : method;
  }

  function addressOf(input) {
    const url = parsed(`${input}`, `Failed to parse URL from ${input}`);
    if (url.username || url.password) {
      throw new TypeError(`Request cannot be constructed from a URL that includes credentials: ${input}`);
    }
    return url;
  }

  function signalOf(given) {
    const controller = new AbortController();
    if (given === null || given === undefined) {
      return controller.signal;
    }
    if (typeof given.aborted !== 'boolean' || typeof given.addEventListener !== 'function') {
      throw new TypeError("Failed to construct 'Request': member signal is not of type AbortSignal.");
    }
    if (given.aborted) {
      controller.abort(given.reason);
    } else {
      given.addEventListener('abort', () => controller.abort(given.reason), { once: true });
    }
    return controller.signal;
  }

  function bodyOfRequest(init, before, method) {
    const given = init.body !== null && init.body !== undefined;
    if ((given || before !== null) && (method === 'GET' || method === 'HEAD')) {
      throw new TypeError('Request with GET/HEAD method cannot have body.');
    }
    if (!given) {
      return before;
    }
    const body = bodyOf(init.body);
    if (body.length === null && init.duplex === undefined) {
      throw new TypeError('RequestInit: duplex option is required when sending a body.');
    }
    return body;
  }

  class Request {
    #state;
    constructor(input, given = undefined) {
      needs('Request constructor', arguments.length, 1);
      const init = dictionary(given, 'Request constructor');
      const from = typeof input === 'object' && input !== null && #state in input ? input.#state : null;
      const url = from === null ? addressOf(input) : from.url;
      checkChoices(init);
      const method = init.method === undefined ? from?.method ?? 'GET' : checkedMethod(init.method);
      const headers = headersOf(init.headers ?? from?.headers);
      if (from !== null && (init.body === null || init.body === undefined) && from.body !== null && !from.body.isUsable) {
        throw new TypeError('Cannot construct a Request with a Request object that has already been used.');
      }
      const body = bodyOfRequest(init, from?.body ?? null, method);
      if (body?.type && !headers.has('content-type')) {
        headers.append('content-type', body.type);
      }
      const kept = from !== null && body !== null && body === from.body ? handedOver(body) : body;
      this.#state = {
        url, method, headers, body: kept, signal: signalOf(init.signal === undefined ? from?.signal : init.signal),
        attributes: { ...from?.attributes, ...attributesOf(init) },
      };
    }
    get method() {
      return this.#state.method;
    }
    get url() {
      return this.#state.url.href;
    }
    get headers() {
      return this.#state.headers;
    }
    get destination() {
      return '';
    }
    get referrer() {
      return this.#state.attributes.referrer ?? 'about:client';
    }
    get referrerPolicy() {
      return this.#state.attributes.referrerPolicy ?? '';
    }
    get mode() {
      return this.#state.attributes.mode ?? 'cors';
    }
    get credentials() {
      return this.#state.attributes.credentials ?? 'same-origin';
    }
    get cache() {
      return this.#state.attributes.cache ?? 'default';
    }
    get redirect() {
      return this.#state.attributes.redirect ?? 'follow';
    }
    get integrity() {
      return this.#state.attributes.integrity ?? '';
    }
    get keepalive() {
      return this.#state.attributes.keepalive ?? false;
    }
    get isReloadNavigation() {
      return false;
    }
    get isHistoryNavigation() {
      return false;
    }
    get signal() {
      return this.#state.signal;
    }
    get duplex() {
      return 'half';
    }
    clone() {
      const { body } = this.#state;
      if (body !== null && !body.isUsable) {
        throw new TypeError('unusable');
      }
      const copy = new Request(this.url, { method: this.method === 'GET' ? undefined : this.method, headers: this.headers, signal: this.signal });
      copy.#state.method = this.method;
      copy.#state.attributes = this.#state.attributes;
      if (body !== null) {
        [this.#state.body, copy.#state.body] = body.split();
      }
      return copy;
    }
    [custom](depth, options, inspect) {
      const { method, url, headers, destination, referrer, referrerPolicy, mode, credentials, cache, redirect, integrity, keepalive, signal } = this;
      return `Request ${inspect({ method, url, headers, destination, referrer, referrerPolicy, mode, credentials, cache, redirect, integrity, keepalive,
        isReloadNavigation: false, isHistoryNavigation: false, signal }, shown(depth, options))}`;
    }
    static state(request) {
      return request.#state;
    }
  }
  const { state } = Request;
  delete Request.state;

  function attributesOf(init) {
    const attributes = {};
    for (const name of ['referrerPolicy', 'mode', 'credentials', 'cache', 'redirect', 'integrity']) {
      if (init[name] !== undefined) {
        attributes[name] = `${init[name]}`;
      }
    }
    if (init.keepalive !== undefined) {
      attributes.keepalive = Boolean(init.keepalive);
    }
    if (init.referrer !== undefined) {
      attributes.referrer = init.referrer === '' ? 'no-referrer' : init.referrer === 'about:client' ? init.referrer : new URL(`${init.referrer}`).href;
    }
    return attributes;
  }

  // A request that is made from another takes its body away.
  function handedOver(body) {
    const [, copy] = body.split();
    body.read = true;
    return copy;
  }

  // --- Response -------------------------------------------------------------------------------

  const shown = (depth, options) => ({ ...options, depth: depth ?? 2 });

  function checkedStatus(init) {
    if (init.status === undefined) {
      return 200;
    }
    const status = Number(init.status) & 0xffff;
    if (status < 200 || status > 599) {
      throw new RangeError('init["status"] must be in the range of 200 to 599, inclusive.');
    }
    return status;
  }

  class Response {
    #state;
    constructor(given = null, options = {}) {
      const init = dictionary(options, 'Response constructor');
      const status = checkedStatus(init);
      const statusText = init.statusText === undefined ? '' : `${init.statusText}`;
      if (/[^\t\u0020-\u007e\u0080-\u00ff]/.test(statusText)) {
        throw new TypeError('Invalid statusText');
      }
      const headers = headersOf(init.headers);
      const body = bodyOf(given);
      if (body !== null) {
        if (withoutBody.has(status)) {
          throw new TypeError(`Response constructor: Invalid response status code ${status}`);
        }
        if (body.type && !headers.has('content-type')) {
          headers.append('content-type', body.type);
        }
      }
      this.#state = { status, statusText, headers, body, type: 'default', url: '', redirected: false };
    }
    static error() {
      return exports.response({ status: 0, headers: immutable(new Headers()), type: 'error' });
    }
    static json(data, init = {}) {
      needs('Response.json', arguments.length, 1);
      const text = JSON.stringify(data);
      if (text === undefined) {
        throw new TypeError('Value is not JSON serializable');
      }
      const response = new Response(text, init);
      if (!new Headers(dictionary(init).headers).has('content-type')) {
        response.headers.set('content-type', 'application/json');
      }
      return response;
    }
    static redirect(url, status = 302) {
      needs('Response.redirect', arguments.length, 1);
      const address = parsed(`${url}`, `Failed to parse URL from ${url}`);
      if (!redirecting.has(status)) {
        throw new RangeError(`Invalid status code ${status}`);
      }
      return exports.response({ status, headers: immutable(new Headers({ location: address.href })) });
    }
    get type() {
      return this.#state.type;
    }
    get url() {
      return this.#state.url;
    }
    get redirected() {
      return this.#state.redirected;
    }
    get status() {
      return this.#state.status;
    }
    get ok() {
      return this.status >= 200 && this.status <= 299;
    }
    get statusText() {
      return this.#state.statusText;
    }
    get headers() {
      return this.#state.headers;
    }
    clone() {
      const { body } = this.#state;
      if (body !== null && !body.isUsable) {
        throw new TypeError('Response.clone: Body has already been consumed.');
      }
      const copy = new Response();
      copy.#state = { ...this.#state, headers: copyOf(this.headers) };
      if (body !== null) {
        [this.#state.body, copy.#state.body] = body.split();
      }
      return copy;
    }
    [custom](depth, options, inspect) {
      const { status, statusText, headers, body, bodyUsed, ok, redirected, type, url } = this;
      return `Response ${inspect({ status, statusText, headers, body, bodyUsed, ok, redirected, type, url }, shown(depth, options))}`;
    }
    static make(state) {
      const response = new Response();
      Object.assign(response.#state, state);
      return response;
    }
    static body(response) {
      return response.#state.body;
    }
  }
  const { make, body: bodyOfResponse } = Response;
  delete Response.make;
  delete Response.body;
  addReading(Request, (request) => state(request).body);
  addReading(Response, bodyOfResponse);
  finished(Request);
  finished(Response);

  // A response that no program made.
  exports.response = (made) => make(made);
  // What a request asks for: { url, method, headers, body, signal, attributes }.
  exports.asked = state;
  exports.Request = Request;
  exports.Response = Response;
  exports.Body = Body;
  exports.redirecting = redirecting;
  exports.withoutBody = withoutBody;
})
