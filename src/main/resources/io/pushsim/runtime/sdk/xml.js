// XML as S3 and the query protocol speak it: texts to trees of plain objects, and back.
(function xml(exports, internal) {
  'use strict';
  const { members, shapeOf } = internal('sdk/model');
  const values = internal('sdk/values');
  const named = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

  // --- to read --------------------------------------------------------------------------------

  function decoded(text) {
    return text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (all, name) => {
      if (name[0] !== '#') {
        return named[name] ?? all;
      }
      return String.fromCodePoint(name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1)));
    });
  }

  function add(parent, name, value) {
    if (!Object.hasOwn(parent, name)) {
      parent[name] = value;
    } else if (Array.isArray(parent[name])) {
      parent[name].push(value);
    } else {
      parent[name] = [parent[name], value];
    }
  }

  const token = /<(?:\?[^]*?\?|!--[^]*?--|!\[CDATA\[([^]*?)\]\]|(\/?)([^\s/>]+)([^>]*?)(\/?))>|([^<]+)/y;
  const attribute = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

  function attributesOf(text, fields) {
    for (const [, name, double, single] of text.matchAll(attribute)) {
      if (name !== 'xmlns' && !name.startsWith('xmlns:')) {
        fields[name] = decoded(double ?? single);
      }
    }
  }

  function closed(element) {
    const { fields, text } = element;
    return Object.keys(fields).length === 0 ? text : fields;
  }

  // The root's content: an object of its elements' contents, or its text. Elements that are there more than once are lists.
  function parse(source) {
    const root = { fields: {}, text: '' };
    const open = [root];
    token.lastIndex = 0;
    while (token.lastIndex < source.length) {
      const at = token.lastIndex;
      const match = token.exec(source);
      if (match === null) {
        throw new Error(`char '${source[at]}' is not expected.`);
      }
      const [, data, slash, name, rest, empty, text] = match;
      const current = open[open.length - 1];
      if (text !== undefined || data !== undefined) {
        current.text += data ?? decoded(text);
      } else if (slash === '/') {
        if (name !== current.name) {
          throw new Error(`Expected closing tag '${current.name}' instead of closing tag '${name}'.`);
        }
        open.pop();
        add(open[open.length - 1].fields, name, closed(current));
      } else if (name !== undefined) {
        const element = { name, fields: {}, text: '' };
        attributesOf(rest, element.fields);
        if (empty === '/') {
          add(current.fields, name, closed(element));
        } else {
          open.push(element);
        }
      }
    }
    if (open.length !== 1) {
      throw new Error(`Unclosed tag '${open[open.length - 1].name}'.`);
    }
    const [name] = Object.keys(root.fields);
    return name === undefined ? {} : { name, content: root.fields[name] };
  }

  const listed = (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]);

  function read(model, ref, value) {
    const shape = shapeOf(model, ref.shape);
    if (shape === undefined) {
      return values.read(ref, typeof value === 'object' ? '' : value, 'iso8601');
    }
    if (shape.type === 'list') {
      const items = ref.flattened || shape.flattened ? listed(value) : listed(value[shape.member.locationName ?? 'member']);
      return items.map((each) => read(model, shape.member, each));
    }
    if (shape.type === 'map') {
      const entries = ref.flattened || shape.flattened ? listed(value) : listed(value.entry);
      return Object.fromEntries(entries.map((entry) => [entry[shape.key.locationName ?? 'key'],
        read(model, shape.value, entry[shape.value.locationName ?? 'value'])]));
    }
    return readMembers(model, members(shape), value);
  }

  function readMembers(model, refs, value) {
    const result = {};
    for (const [name, ref] of refs) {
      const given = value[ref.locationName ?? name];
      if (given !== undefined) {
        result[name] = read(model, ref, given);
      }
    }
    return result;
  }

  // --- to write -------------------------------------------------------------------------------

  const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#x0D;', '\n': '&#x0A;', '\u0085': '&#x85;', '\u2028': '&#x2028;' };
  const escaped = (text) => text.replace(/[&<>"\r\n\u0085\u2028]/g, (each) => escapes[each]);

  function element(name, content, attributes = '') {
    return content === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${content}</${name}>`;
  }

  function written(model, name, ref, value) {
    const shape = shapeOf(model, ref.shape);
    const { xmlNamespace } = ref;
    const attributes = xmlNamespace === undefined ? '' : ` xmlns${xmlNamespace.prefix ? `:${xmlNamespace.prefix}` : ''}="${escaped(xmlNamespace.uri)}"`;
    if (shape === undefined) {
      return element(name, escaped(values.text(ref, value, 'iso8601')), attributes);
    }
    if (shape.type === 'list') {
      const flat = ref.flattened || shape.flattened;
      const items = value.filter((each) => each !== undefined && each !== null)
        .map((each) => written(model, flat ? name : shape.member.locationName ?? 'member', shape.member, each)).join('');
      return flat ? items : element(name, items, attributes);
    }
    let inside = '';
    let own = attributes;
    for (const [member, each] of members(shape)) {
      const given = value[member];
      if (given !== undefined && given !== null) {
        if (each.xmlAttribute) {
          own += ` ${each.locationName}="${escaped(String(given))}"`;
        } else {
          inside += written(model, each.locationName ?? member, each, given);
        }
      }
    }
    return element(name, inside, own);
  }

  Object.assign(exports, { parse, read, readMembers, write: written });
})
