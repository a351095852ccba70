// Node's path module (POSIX).
(function path(exports, internal) {
  'use strict';
  function checked(value, name = 'path') {
    if (typeof value !== 'string') {
      throw internal('errors').invalidArgument(name, 'of type string', value);
    }
    return value;
  }

  // Resolves . and .. ; where allowed, .. above the start stays.
  function collapse(text, mayRise) {
    const parts = [];
    for (const part of text.split('/')) {
      if (part === '..') {
        if (parts.length > 0 && parts[parts.length - 1] !== '..') {
          parts.pop();
        } else if (mayRise) {
          parts.push('..');
        }
      } else if (part !== '' && part !== '.') {
        parts.push(part);
      }
    }
    return parts.join('/');
  }

  function withoutTrailingSlashes(text) {
    let end = text.length;
    while (end > 1 && text[end - 1] === '/') {
      end -= 1;
    }
    return text.slice(0, end);
  }

  const path = {
    sep: '/',
    delimiter: ':',
    normalize(text) {
      if (checked(text) === '') {
        return '.';
      }
      const absolute = text[0] === '/';
      let normal = collapse(text, !absolute);
      if (normal === '' && !absolute) {
        return text.endsWith('/') ? './' : '.';
      }
      if (normal !== '' && text.endsWith('/')) {
        normal += '/';
      }
      return absolute ? `/${normal}` : normal;
    },
    join(...parts) {
      const text = parts.filter((part) => checked(part) !== '').join('/');
      return text === '' ? '.' : path.normalize(text);
    },
    resolve(...parts) {
      let text = '';
      for (let i = parts.length - 1; i >= -1 && text[0] !== '/'; i--) {
        const part = i >= 0 ? checked(parts[i], `paths[${i}]`) : '/var/task';
        if (part !== '') {
          text = text === '' ? part : `${part}/${text}`;
        }
      }
      return `/${collapse(text, false)}`;
    },
    isAbsolute: (text) => checked(text)[0] === '/',
    dirname(text) {
      if (checked(text) === '') {
        return '.';
      }
      const trimmed = withoutTrailingSlashes(text);
      const slash = trimmed.lastIndexOf('/');
      if (slash === -1) {
        return '.';
      }
      return slash === 0 ? '/' : trimmed.slice(0, slash);
    },
    basename(text, suffix) {
      if (suffix !== undefined && text === checked(suffix, 'suffix')) {
        return '';
      }
      const trimmed = withoutTrailingSlashes(checked(text));
      const base = trimmed.slice(trimmed.lastIndexOf('/') + 1);
      return suffix !== undefined && base !== suffix && base.endsWith(suffix) ? base.slice(0, -suffix.length) : base;
    },
    extname(text) {
      const base = path.basename(checked(text));
      const dot = base.lastIndexOf('.');
      return dot <= 0 || base === '..' ? '' : base.slice(dot);
    },
    parse(text) {
      const base = path.basename(checked(text));
      const ext = path.extname(base);
      const root = text[0] === '/' ? '/' : '';
      const dir = path.dirname(text);
      return { root, dir: withoutTrailingSlashes(text).includes('/') ? dir : '', base, ext, name: ext === '' ? base : base.slice(0, -ext.length) };
    },
    format(parts) {
      const dir = parts.dir || parts.root || '';
      const dot = parts.ext && !parts.ext.startsWith('.') ? '.' : '';
      const base = parts.base || `${parts.name || ''}${dot}${parts.ext || ''}`;
      return dir === '' || dir === parts.root ? `${dir}${base}` : `${dir}/${base}`;
    },
    relative(from, to) {
      const start = path.resolve(checked(from, 'from')).split('/').filter(Boolean);
      const end = path.resolve(checked(to, 'to')).split('/').filter(Boolean);
      let same = 0;
      while (same < start.length && same < end.length && start[same] === end[same]) {
        same += 1;
      }
      return [...start.slice(same).map(() => '..'), ...end.slice(same)].join('/');
    },
    toNamespacedPath: (text) => text,
  };
  path.posix = path;
  return path;
})
