// AWS's protocols: how a command becomes a request, and an answer an output or an error.
(function protocols(exports, internal) {
  'use strict';
  const { members, shapeOf } = internal('sdk/model');
  const { Uint8ArrayBlobAdapter, bufferOf } = internal('sdk/values');
  const { collected, mixed } = internal('sdk/body');
  const bindings = internal('sdk/bindings');
  const exceptions = internal('sdk/exceptions');
  const json = internal('sdk/json');
  const xml = internal('sdk/xml');
  const query = internal('sdk/query');

  const metadataOf = ({ statusCode, headers }) => ({
    httpStatusCode: statusCode,
    requestId: headers['x-amzn-requestid'] ?? headers['x-amzn-request-id'] ?? headers['x-amz-request-id'],
    extendedRequestId: headers['x-amz-id-2'],
    cfId: headers['x-amz-cf-id'],
  });
  const textOf = async (response) => (await collected(response.body)).toString('utf8');
  const present = (value) => value !== undefined && value !== null;
  const codeIn = (text) => text.split(',')[0].split(':')[0].split('#').pop();

  // --- REST: S3 and Lambda --------------------------------------------------------------------

  function payloadOf(model, ref, name, value, codec) {
    if (ref.shape === 'blob' || ref.shape === 'string') {
      return { body: value, type: ref.shape === 'blob' ? 'application/octet-stream' : 'text/plain' };
    }
    return { body: present(value) ? codec.payload(model, ref, name, value) : undefined, type: codec.type };
  }

  function restRequest(model, operation, input, codec) {
    const { request, body, payload, payloadName } = bindings.request(model, operation, input);
    let type;
    if (payload !== undefined) {
      const made = payloadOf(model, payload, payloadName, input[payloadName], codec);
      request.body = made.body ?? undefined;
      type = made.type;
    } else if (body.length > 0) {
      request.body = codec.members(model, body, input);
      type = codec.type;
    }
    if (type !== undefined && (request.body !== undefined || type !== codec.type)) {
      request.headers['content-type'] ??= type;
    }
    return request;
  }

  async function restOutput(model, operation, response, codec) {
    const shape = shapeOf(model, operation.output);
    const output = {};
    const payload = shape.payload === undefined ? undefined : shape.members[shape.payload];
    if (payload?.streaming) {
      output[shape.payload] = mixed(response.body);
    } else if (payload !== undefined) {
      const bytes = await collected(response.body);
      if (bytes.length > 0) {
        output[shape.payload] = payload.shape === 'blob' ? Uint8ArrayBlobAdapter.mutate(new Uint8Array(bytes))
          : payload.shape === 'string' ? bytes.toString('utf8') : codec.read(model, payload, bytes.toString('utf8'));
      }
    }
    const rest = bindings.readHead(model, shape, response, output);
    if (payload === undefined) {
      const text = await textOf(response);
      if (text !== '' && rest.length > 0) {
        Object.assign(output, codec.readMembers(model, rest, text));
      }
    }
    output.$metadata = metadataOf(response);
    return output;
  }

  // S3 tells of some failures after it has begun to answer that all is well.
  async function checkFailedLate(operation, response) {
    if (response.statusCode < 300 && ['CopyObject', 'CompleteMultipartUpload', 'UploadPartCopy'].includes(operation.name)) {
      const text = await textOf(response);
      response.body = bufferOf(text);
      if (text !== '' && xml.parse(text).name === 'Error') {
        response.statusCode = 503;
      }
    }
  }

  // S3's documents are sent with a declaration, and their root can be a text alone.
  const xmlCodec = {
    type: 'application/xml',
    payload: (model, ref, name, value) => `<?xml version="1.0" encoding="UTF-8"?>${xml.write(model, ref.locationName ?? name, ref, value)}`,
    read: (model, ref, text) => xml.read(model, ref, xml.parse(text).content ?? ''),
    readMembers(model, refs, text) {
      const { name, content = '' } = xml.parse(text);
      return xml.readMembers(model, refs, typeof content === 'string' ? (content.trim() === '' ? {} : { [name]: content }) : content);
    },
  };

  const jsonCodec = {
    type: 'application/json',
    members: (model, refs, input) => json.write(model, refs, input),
    payload: (model, ref, name, value) => json.writeValue(model, ref, value),
    read: (model, ref, text) => json.readValue(model, ref, json.parse(text)),
    readMembers: (model, refs, text) => json.readMembers(model, refs, json.parse(text)),
  };

  async function restXmlError(model, classes, response) {
    const text = await textOf(response);
    const content = text === '' ? {} : xml.parse(text).content;
    const data = typeof content === 'object' ? content : {};
    const metadata = metadataOf(response);
    metadata.requestId ??= data.RequestId;
    return exceptions.error(model, classes, {
      code: data.Code ?? (response.statusCode === 404 ? 'NotFound' : 'Unknown'), data, response, metadata, message: data.Message ?? 'UnknownError',
      read: (member, ref) => (data[ref.locationName ?? member] === undefined ? undefined : xml.read(model, ref, data[ref.locationName ?? member])),
    });
  }

  async function restJsonError(model, classes, response) {
    const data = json.parse(await textOf(response));
    const named = response.headers['x-amzn-errortype'] ?? data.code ?? data.Code ?? data.__type;
    return exceptions.error(model, classes, {
      code: named === undefined ? 'Unknown' : codeIn(String(named)), data, response, metadata: metadataOf(response), message: data.message ?? data.Message ?? 'UnknownError',
      read: (member, ref) => (ref.location === 'header' ? response.headers[ref.locationName.toLowerCase()]
        : data[ref.locationName ?? member] === undefined ? undefined : json.readValue(model, ref, data[ref.locationName ?? member])),
    });
  }

  // --- RPC: SQS and SNS -----------------------------------------------------------------------

  function rpcRequest(type, body, headers = {}) {
    return { method: 'POST', path: '/', query: {}, headers: { 'content-type': type, ...headers }, body };
  }

  function compatible(data, header) {
    if (header === undefined) {
      return {};
    }
    const [Code, Type] = header.split(';');
    const more = Object.fromEntries(Object.entries(data).filter(([name]) => name !== '__type').map(([name, value]) => [name === 'message' ? 'Message' : name, value]));
    return { Error: { Code, Type, ...more }, Type, Code };
  }

  async function jsonError(model, classes, response) {
    const data = json.parse(await textOf(response));
    const first = compatible(data, response.headers['x-amzn-query-error']);
    const message = data.message ?? data.Message ?? 'UnknownError';
    const exception = exceptions.error(model, classes, {
      code: codeIn(String(data.__type ?? data.code ?? response.headers['x-amzn-errortype'] ?? 'Unknown')), aliased: true,
      data: { ...data, Code: first.Code, Type: first.Type, Error: first.Error }, response, metadata: metadataOf(response), message,
      read: (member, ref) => (data[member] === undefined ? undefined : json.readValue(model, ref, data[member])), first,
    });
    exception.Error = { ...exception.Error, Type: exception.Error?.Type, Code: exception.Error?.Code, Message: exception.Error?.message ?? exception.Error?.Message ?? data.Message };
    if (exception.$metadata.requestId) {
      exception.RequestId = exception.$metadata.requestId;
    }
    return exception;
  }

  async function queryError(model, classes, response) {
    const text = await textOf(response);
    const content = text === '' ? {} : xml.parse(text).content;
    const document = typeof content === 'object' ? content : {};
    const data = { ...document.Errors?.Error ?? document.Error };
    const message = data.message ?? data.Message ?? document.message ?? document.Message ?? 'Unknown';
    const error = { Type: data.Type, Code: data.Code, Message: message };
    return exceptions.error(model, classes, {
      code: data.Code ?? (response.statusCode === 404 ? 'NotFound' : 'Unknown'), aliased: true, data: { ...data, message, Error: error }, response,
      metadata: metadataOf(response), message, first: { Type: error.Type, Code: error.Code, Error: error },
      read: (member, ref) => (data[member] === undefined ? undefined : xml.read(model, ref, data[member])),
    });
  }

  // Each: request(model, operation, input), output(model, operation, response), error(model, classes, response).
  const table = {
    'rest-xml': {
      request: (model, operation, input) => restRequest(model, operation, input, xmlCodec),
      async output(model, operation, response, classes) {
        await checkFailedLate(operation, response);
        if (response.statusCode >= 300) {
          throw await restXmlError(model, classes, response);
        }
        return restOutput(model, operation, response, xmlCodec);
      },
      error: restXmlError,
    },
    'rest-json': {
      request: (model, operation, input) => restRequest(model, operation, input, jsonCodec),
      output: (model, operation, response) => restOutput(model, operation, response, jsonCodec),
      error: restJsonError,
    },
    json: {
      request: (model, operation, input) => rpcRequest(`application/x-amz-json-${model.metadata.jsonVersion}`,
        json.write(model, members(shapeOf(model, operation.input)), input),
        { 'x-amz-target': `${model.metadata.targetPrefix}.${operation.name}`, 'x-amzn-query-mode': 'true' }),
      async output(model, operation, response) {
        const output = json.readMembers(model, members(shapeOf(model, operation.output)), json.parse(await textOf(response)));
        return Object.assign(output, { $metadata: metadataOf(response) });
      },
      error: jsonError,
    },
    query: {
      request: (model, operation, input) => rpcRequest('application/x-www-form-urlencoded', query.write(model, operation.name, shapeOf(model, operation.input), input)),
      async output(model, operation, response) {
        const { content = {} } = xml.parse(await textOf(response));
        const output = xml.readMembers(model, members(shapeOf(model, operation.output)), content[operation.resultWrapper] || {});
        return Object.assign(output, { $metadata: metadataOf(response) });
      },
      error: queryError,
    },
  };

  exports.of = (model) => table[model.metadata.protocol];
})
