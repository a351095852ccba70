// fetch: a request, its redirects, and the answer with a body that comes as it is read.
(function fetch_(exports, internal) {
  'use strict';
  const { Headers, copy, lines, immutable } = internal('fetch_headers');
  const { Request, Response, Body, response, asked, redirecting, withoutBody } = internal('fetch_messages');
  const { streamOf } = internal('fetch_body');
  const { Buffer } = internal('buffer');
  const { URL } = internal('url');
  const { begin } = internal('exchange');
  const mostRedirects = 20;
  // The ports that browsers and Node.js do not let fetch reach (Fetch standard, "port blocking").
  const badPorts = new Set([1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109, 110, 111, 113, 115, 117,
    119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993,
    995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080]);

  class SocketError extends Error {
    constructor(message) {
      super(message);
      this.name = 'SocketError';
      this.code = 'UND_ERR_SOCKET';
    }
  }

  const failed = (cause) => new TypeError('fetch failed', { cause });
  const closed = (error) => (error.code === 'ECONNRESET' ? new SocketError('other side closed') : error);

  // --- one request ----------------------------------------------------------------------------

  function headOf({ url, method, headers, body }) {
    const given = copy(headers);
    const defaults = { accept: '*/*', 'accept-language': '*', 'sec-fetch-mode': 'cors', 'user-agent': 'node', 'accept-encoding': 'gzip, deflate' };
    for (const [name, value] of Object.entries(defaults)) {
      if (!given.has(name)) {
        given.append(name, value);
      }
    }
    // Those are of the connection, and fetch's own.
    for (const name of ['host', 'connection', 'content-length', 'transfer-encoding']) {
      given.delete(name);
    }
    if (body !== null && body.length === null) {
      given.append('transfer-encoding', 'chunked');
    } else if (body !== null || method === 'POST' || method === 'PUT' || method === 'PATCH') {
      given.append('content-length', `${body === null ? 0 : body.length}`);
    }
    return ['host', headers.get('host') ?? url.host, 'connection', 'keep-alive', ...lines(given)];
  }

  // Sends a body as fast as there is room.
  async function send(body, exchange, room) {
    if (body.isKnown) {
      const bytes = await body.take();
      for (let at = 0; at < bytes.length; at += 65536) {
        if (!exchange.write(bytes.subarray(at, at + 65536))) {
          await room();
        }
      }
    } else {
      const reader = body.stream.getReader();
      body.read = true;
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        if (!(part.value instanceof Uint8Array)) {
          throw new TypeError('Received non-Uint8Array chunk');
        }
        if (!exchange.write(part.value)) {
          await room();
        }
      }
    }
    exchange.end();
  }

  // What has come of an answer's body: so much is taken before anybody asks, so that a small one that nobody reads holds no
  // connection.
  const taken = 65536;

  class Parts {
    #parts = [];
    #size = 0;
    #asked = false;
    #ended = false;
    #failure;
    #waiting = null;
    constructor(ask) {
      this.ask = ask;
    }
    fill() {
      if (!this.#asked && !this.#ended && this.#failure === undefined && this.#size < taken) {
        this.#asked = true;
        this.ask();
      }
    }
    #wake() {
      this.#waiting?.();
      this.#waiting = null;
    }
    add(bytes) {
      this.#asked = false;
      this.#parts.push(bytes);
      this.#size += bytes.length;
      this.#wake();
      this.fill();
    }
    end() {
      this.#ended = true;
      this.#wake();
    }
    fail(error) {
      this.#failure ??= error;
      this.#wake();
    }
    // The next part, or null at the end.
    async next() {
      while (this.#parts.length === 0 && !this.#ended && this.#failure === undefined) {
        await new Promise((resolve) => { this.#waiting = resolve; });
      }
      if (this.#failure !== undefined) {
        throw this.#failure;
      }
      const part = this.#parts.shift() ?? null;
      this.#size -= part?.length ?? 0;
      this.fill();
      return part;
    }
  }

  // Makes one request: its answer's status, message, headers, and the parts of its body.
  function exchanged(request) {
    const { url, method, signal } = request;
    return new Promise((resolve, reject) => {
      let exchange;
      let drain;
      let answered = false;
      const parts = new Parts(() => exchange.read());
      const stop = () => lose(signal.reason);
      function lose(error) {
        signal.removeEventListener('abort', stop);
        exchange?.abort();
        drain?.();
        reject(error);
        parts.fail(error);
      }
      const room = () => new Promise((given) => { drain = given; });
      const listener = {
        connected() {
          if (request.body === null) {
            exchange.end();
          } else {
            send(request.body, exchange, room).catch((error) => lose(failed(error)));
          }
        },
        continued() {},
        drain: () => drain?.(),
        response(status, message, headers) {
          answered = true;
          resolve({ status, message, headers, read: () => parts.next(), cancel: () => lose(new TypeError('terminated')) });
          parts.fill();
        },
        data: (bytes) => parts.add(bytes),
        end() {
          signal.removeEventListener('abort', stop);
          parts.end();
        },
        error: (error) => lose(answered ? new TypeError('terminated', { cause: closed(error) }) : failed(closed(error))),
      };
      signal.addEventListener('abort', stop);
      try {
        exchange = begin({
          secure: url.protocol === 'https:', host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port) || (url.protocol === 'https:' ? 443 : 80),
          method, target: `${url.pathname}${url.search}`, headers: headOf(request),
        }, listener);
      } catch (error) {
        lose(failed(error));
      }
    });
  }

  // --- the answer -----------------------------------------------------------------------------

  function decoded(bytes, codings) {
    const zlib = internal('zlib');
    const decoders = { gzip: 'gunzipSync', 'x-gzip': 'gunzipSync', deflate: 'inflateSync', br: 'brotliDecompressSync' };
    const partial = { finishFlush: zlib.constants.Z_SYNC_FLUSH };
    return codings.reduceRight((content, coding) => {
      if (coding === 'deflate' && (content[0] & 0x0f) !== 8) {
        return zlib.inflateRawSync(content, partial);
      }
      return content.length === 0 ? content : zlib[decoders[coding]](content, partial);
    }, bytes);
  }

  // Codings that fetch undoes, in the order in which they were applied; none where one of them is unknown.
  function codingsOf(headers) {
    const codings = (headers.get('content-encoding') ?? '').toLowerCase().split(',').map((each) => each.trim()).filter((each) => each !== '');
    return codings.every((each) => ['gzip', 'x-gzip', 'deflate', 'br'].includes(each)) ? codings : [];
  }

  async function whole(answer) {
    const parts = [];
    for (let part = await answer.read(); part !== null; part = await answer.read()) {
      parts.push(part);
    }
    return Buffer.concat(parts);
  }

  function bodyOf(answer, headers, method) {
    if (withoutBody.has(answer.status) || method === 'HEAD') {
      return null;
    }
    const codings = codingsOf(headers);
    let rest = codings.length === 0 ? null : async () => {
      rest = async () => null;
      const bytes = await whole(answer);
      try {
        return decoded(bytes, codings);
      } catch (cause) {
        throw new TypeError('terminated', { cause });
      }
    };
    return new Body({
      stream: streamOf({
        async pull(controller) {
          const part = await (rest === null ? answer.read() : rest());
          if (part === null || part.length === 0) {
            controller.close();
            controller.byobRequest?.respond(0);
          } else {
            controller.enqueue(new Uint8Array(part));
          }
        },
        cancel: () => answer.cancel(),
      }),
    });
  }

  // --- redirects ------------------------------------------------------------------------------

  // The request that a redirect asks for.
  function redirected(request, answer, location) {
    const url = target(location, request.url);
    if (url.protocol !== 'http:' && url.protocol !== 'https:') {
      throw failed(new Error('URL scheme must be a HTTP(S) scheme'));
    }
    const { status } = answer;
    if (status !== 303 && request.body !== null && request.body.length === null) {
      throw failed(new Error());
    }
    const headers = copy(request.headers);
    let { method, body } = request;
    if (((status === 301 || status === 302) && method === 'POST') || (status === 303 && method !== 'GET' && method !== 'HEAD')) {
      method = 'GET';
      body = null;
      ['content-encoding', 'content-language', 'content-location', 'content-type', 'content-length'].forEach((name) => headers.delete(name));
    }
    if (url.origin !== request.url.origin) {
      ['authorization', 'proxy-authorization', 'cookie', 'host'].forEach((name) => headers.delete(name));
    }
    return { ...request, url, method, headers, body };
  }

  function target(location, base) {
    try {
      const url = new URL(location, base);
      url.hash ||= base.hash;
      return url;
    } catch (error) {
      throw failed(error);
    }
  }

  function headersOf(answer) {
    const headers = new Headers();
    for (let i = 0; i < answer.headers.length; i += 2) {
      headers.append(answer.headers[i].toLowerCase(), answer.headers[i + 1]);
    }
    return headers;
  }

  function checkPort({ port }) {
    if (badPorts.has(Number(port))) {
      throw failed(new Error('bad port'));
    }
  }

  async function overHttp(first, redirect) {
    let request = first;
    for (let count = 0; ; count++) {
      checkPort(request.url);
      const [now, later] = request.body === null ? [null, null] : request.body.length === null ? [request.body, request.body] : request.body.split();
      const answer = await exchanged({ ...request, body: now });
      const headers = headersOf(answer);
      const location = redirecting.has(answer.status) ? headers.get('location') : null;
      if (location === null || redirect === 'manual') {
        return response({
          status: answer.status, statusText: answer.message, headers: immutable(headers), body: bodyOf(answer, headers, request.method), type: 'basic',
          url: withoutHash(request.url), redirected: count > 0,
        });
      }
      await whole(answer);
      if (redirect === 'error') {
        throw failed(new Error('unexpected redirect'));
      }
      if (count === mostRedirects) {
        throw failed(new Error('redirect count exceeded'));
      }
      request = redirected({ ...request, body: later }, answer, location);
    }
  }

  const withoutHash = ({ href }) => href.split('#')[0];

  // --- other schemes --------------------------------------------------------------------------

  function ofData(url) {
    const match = /^data:([^,]*?)(;\s*base64)?,(.*)$/is.exec(withoutHash(url));
    if (match === null) {
      throw failed(new Error('failed to fetch the data URL'));
    }
    const [, type, base64, text] = match;
    const raw = Buffer.from(text.replace(/%([0-9a-f]{2})/gi, (_, code) => String.fromCharCode(parseInt(code, 16))), 'latin1');
    const bytes = base64 === undefined ? raw : Buffer.from(raw.toString('latin1'), 'base64');
    const headers = new Headers();
    headers.append('Content-Type', type === '' ? 'text/plain;charset=US-ASCII' : type.startsWith(';') ? `text/plain${type}` : type);
    return response({ status: 200, statusText: 'OK', headers: immutable(headers), body: new Body({ bytes }), type: 'basic', url: url.href });
  }

  function overOther(url) {
    switch (url.protocol) {
      case 'data:':
        return ofData(url);
      case 'about:':
        throw failed(new Error('about scheme is not supported'));
      case 'blob:':
        throw failed(internal('errors').notSimulated('fetch() of blob: URLs'));
      case 'file:':
        throw failed(new Error('not implemented... yet...'));
      default:
        throw failed(new Error('unknown scheme'));
    }
  }

  exports.fetch = async function fetch(input, init = undefined) {
    const request = new Request(input, init);
    const what = asked(request);
    if (what.signal.aborted) {
      throw what.signal.reason;
    }
    if (what.body !== null && !what.body.isUsable) {
      throw new TypeError('Body is unusable');
    }
    const isHttp = what.url.protocol === 'http:' || what.url.protocol === 'https:';
    return isHttp ? overHttp(what, request.redirect) : overOther(what.url);
  };
  Object.assign(exports, { Headers, Request, Response });
  Object.defineProperty(exports, 'FormData', { get: () => internal('fetch_form').FormData });
})
