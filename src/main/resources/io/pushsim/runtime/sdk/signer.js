// Signature Version 4: in a request's head, or in its address.
(function signer(exports, internal) {
  'use strict';
  const { bufferOf, encode } = internal('sdk/values');
  const { isStream } = internal('sdk/body');
  const hashes = internal('hashes');
  const algorithm = 'AWS4-HMAC-SHA256';
  const unsigned = new Set(['authorization', 'cache-control', 'connection', 'expect', 'from', 'keep-alive', 'max-forwards', 'pragma', 'referer', 'te', 'trailer',
    'transfer-encoding', 'upgrade', 'user-agent', 'x-amzn-trace-id']);

  const hash = (bytes) => hashes.digestOf('SHA-256', bytes).toString('hex');
  const mac = (key, data) => new hashes.Hmac('sha256', key).update(data).digest();

  function stamps(date) {
    const long = date.toISOString().replace(/[-:]|\.\d{3}/g, '');
    return { long, short: long.slice(0, 8) };
  }

  function queryText(query) {
    return Object.keys(query).map((name) => [encode(name), query[name]])
      .sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
      .flatMap(([name, value]) => (Array.isArray(value) ? value.map(encode).sort().map((each) => `${name}=${each}`) : [`${name}=${encode(value ?? '')}`]))
      .join('&');
  }

  // Segments are encoded once more, except for S3.
  function pathText(path, once) {
    if (once) {
      return path;
    }
    const segments = [];
    for (const segment of path.split('/')) {
      if (segment === '..') {
        segments.pop();
      } else if (segment !== '' && segment !== '.') {
        segments.push(segment);
      }
    }
    return encode(`/${segments.join('/')}${segments.length > 0 && path.endsWith('/') ? '/' : ''}`).replace(/%2F/g, '/');
  }

  function signedHeaders(headers, more = new Set()) {
    const chosen = {};
    for (const name of Object.keys(headers).sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1))) {
      const lower = name.toLowerCase();
      if (headers[name] !== undefined && ((!unsigned.has(lower) && !lower.startsWith('proxy-') && !lower.startsWith('sec-')) || more.has(lower))) {
        chosen[lower] = String(headers[name]).trim().replace(/\s+/g, ' ');
      }
    }
    return chosen;
  }

  function signature(request, { headers, payload, scope, date, credentials, once }) {
    const names = Object.keys(headers);
    const canonical = [request.method, pathText(request.path, once), queryText(request.query), ...names.map((name) => `${name}:${headers[name]}`), '', names.join(';'),
      payload].join('\n');
    const text = [algorithm, date.long, scope.join('/'), hash(bufferOf(canonical))].join('\n');
    const key = scope.reduce((last, part) => mac(last, part), `AWS4${credentials.secretAccessKey}`);
    return mac(key, text).toString('hex');
  }

  function headerOf(headers, wanted) {
    const name = Object.keys(headers).find((each) => each.toLowerCase() === wanted);
    return name === undefined ? undefined : headers[name];
  }

  function payloadHash({ headers, body }) {
    const given = headerOf(headers, 'x-amz-content-sha256');
    if (given !== undefined) {
      return given;
    }
    return isStream(body) ? 'UNSIGNED-PAYLOAD' : hash(bufferOf(body ?? ''));
  }

  // Adds the headers by which the request is known to be the credentials' owner's.
  exports.sign = (request, { credentials, region, service }) => {
    const date = stamps(new Date());
    const { headers } = request;
    for (const name of Object.keys(headers)) {
      if (['authorization', 'x-amz-date', 'date'].includes(name.toLowerCase())) {
        delete headers[name];
      }
    }
    headers['x-amz-date'] = date.long;
    if (credentials.sessionToken) {
      headers['x-amz-security-token'] = credentials.sessionToken;
    }
    const payload = payloadHash(request);
    headers['x-amz-content-sha256'] = payload;
    const scope = [date.short, region, service, 'aws4_request'];
    const chosen = signedHeaders(headers);
    const text = signature(request, { headers: chosen, payload, scope, date, credentials, once: service === 's3' });
    headers.authorization = `${algorithm} Credential=${credentials.accessKeyId}/${scope.join('/')}, SignedHeaders=${Object.keys(chosen).join(';')}, Signature=${text}`;
    return request;
  };

  // Moves what is asked for into the address, with a signature that is good for a while.
  exports.presign = (request, { credentials, region, service, expiresIn, signingDate, signableHeaders, unhoistableHeaders }) => {
    const date = stamps(signingDate ?? new Date());
    const { headers, query } = request;
    for (const name of Object.keys(headers)) {
      const lower = name.toLowerCase();
      if (lower.startsWith('x-amz-') && !unhoistableHeaders?.has(lower) && !unhoistableHeaders?.has(name)) {
        query[name] = headers[name];
        delete headers[name];
      }
    }
    const scope = [date.short, region, service, 'aws4_request'];
    if (credentials.sessionToken) {
      query['X-Amz-Security-Token'] = credentials.sessionToken;
    }
    const chosen = Object.fromEntries(Object.entries(signedHeaders(headers)).filter(([name]) => name !== 'content-type' || signableHeaders?.has(name)));
    Object.assign(query, {
      ...(service === 's3' && { 'X-Amz-Content-Sha256': 'UNSIGNED-PAYLOAD' }), 'X-Amz-Algorithm': algorithm, 'X-Amz-Credential': `${credentials.accessKeyId}/${scope.join('/')}`, 'X-Amz-Date': date.long,
      'X-Amz-Expires': String(expiresIn), 'X-Amz-SignedHeaders': Object.keys(chosen).join(';'),
    });
    query['X-Amz-Signature'] = signature(request, { headers: chosen, payload: 'UNSIGNED-PAYLOAD', scope, date, credentials, once: service === 's3' });
    return request;
  };

  exports.queryText = queryText;
})
