// Where the members of inputs and outputs stand in HTTP requests and answers: what S3's and Lambda's protocols share.
(function bindings(exports, internal) {
  'use strict';
  const { members, shapeOf } = internal('sdk/model');
  const { text, read, encode } = internal('sdk/values');
  const present = (value) => value !== undefined && value !== null;

  // --- requests -------------------------------------------------------------------------------

  function pathOf(template, labels) {
    return template.replace(/\{([^{}+]+)(\+)?\}/g, (all, name, greedy) => {
      const value = labels[name];
      if (!present(value) || value === '') {
        throw new Error(present(value) ? `Empty value provided for input HTTP label: ${name}.` : `No value provided for input HTTP label: ${name}.`);
      }
      return greedy ? value.split('/').map(encode).join('/') : encode(value);
    });
  }

  function intoQuery(model, ref, value, query) {
    const shape = shapeOf(model, ref.shape);
    if (shape?.type === 'list') {
      query[ref.locationName] = value.map((each) => text(shape.member, each, 'iso8601'));
    } else if (shape?.type === 'map') {
      for (const [key, each] of Object.entries(value)) {
        query[key] ??= each;
      }
    } else {
      query[ref.locationName] = text(ref, value, 'iso8601');
    }
  }

  function headerText(model, ref, value) {
    const shape = shapeOf(model, ref.shape);
    if (shape?.type === 'list') {
      return value.map((each) => text(shape.member, each, 'rfc822')).map((each) => (/[",]/.test(each) ? `"${each.replace(/"/g, '\\"')}"` : each)).join(', ');
    }
    return ref.jsonvalue ? internal('buffer').Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64') : text(ref, value, 'rfc822');
  }

  // The request without its body, and the members that are to stand in that.
  exports.request = (model, operation, input) => {
    const shape = shapeOf(model, operation.input);
    const request = { method: operation.method, query: {}, headers: {} };
    const labels = {};
    const body = [];
    for (const [name, ref] of members(shape)) {
      const value = input[name];
      if (ref.location === undefined) {
        body.push([name, ref]);
      } else if (!present(value)) {
        continue;
      } else if (ref.location === 'uri') {
        labels[ref.locationName ?? name] = text(ref, value, 'iso8601');
      } else if (ref.location === 'querystring') {
        intoQuery(model, { ...ref, locationName: ref.locationName ?? name }, value, request.query);
      } else if (ref.location === 'header') {
        request.headers[(ref.locationName ?? name).toLowerCase()] = headerText(model, ref, value);
      } else {
        for (const [key, each] of Object.entries(value)) {
          request.headers[`${ref.locationName}${key}`.toLowerCase()] = String(each);
        }
      }
    }
    const [path, search = ''] = operation.uri.split('?');
    for (const part of search === '' ? [] : search.split('&')) {
      const [key, value = ''] = part.split('=');
      request.query[key] = value;
    }
    request.path = pathOf(path, labels);
    return { request, body, payload: shape.payload === undefined ? undefined : shape.members[shape.payload], payloadName: shape.payload };
  };

  // --- answers --------------------------------------------------------------------------------

  function listOf(model, shape, value) {
    return value.split(',').map((each) => read(shape.member, each.trim(), 'rfc822'));
  }

  function prefixed(prefix, headers) {
    return Object.fromEntries(Object.entries(headers).filter(([name]) => name.startsWith(prefix)).map(([name, value]) => [name.slice(prefix.length), value]));
  }

  // Reads what stands in an answer's head into output, in the order in which it stands there.
  exports.readHead = (model, shape, response, output) => {
    const refs = members(shape);
    const byHeader = new Map(refs.filter(([, ref]) => ref.location === 'header').map(([name, ref]) => [(ref.locationName ?? name).toLowerCase(), [name, ref]]));
    for (const [header, value] of Object.entries(response.headers)) {
      const found = byHeader.get(header);
      if (found !== undefined) {
        const [name, ref] = found;
        const list = shapeOf(model, ref.shape);
        output[name] = list?.type === 'list' ? listOf(model, list, value)
          : ref.jsonvalue ? JSON.parse(internal('buffer').Buffer.from(value, 'base64').toString()) : read(ref, value, 'rfc822');
      }
    }
    for (const [name, ref] of refs) {
      if (ref.location === 'headers') {
        output[name] = prefixed(ref.locationName.toLowerCase(), response.headers);
      } else if (ref.location === 'statusCode') {
        output[name] = response.statusCode;
      }
    }
    return refs.filter(([name, ref]) => ref.location === undefined && name !== shape.payload);
  };
})
