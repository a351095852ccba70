// Which texts are IP addresses.
(function addresses() {
  'use strict';
  const part = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
  const four = `(?:${part}\\.){3}${part}`;
  const v4 = new RegExp(`^${four}$`);
  const group = '[0-9a-fA-F]{1,4}';

  function isIPv6(value) {
    const [text, zone, ...more] = `${value}`.split('%');
    if (more.length > 0 || zone === '' || (zone !== undefined && !/^[0-9a-zA-Z-.:]+$/.test(zone))) {
      return false;
    }
    const short = text.replace(new RegExp(`(^|:)${four}$`), '$10:0');
    const halves = short.split('::');
    const counts = halves.map((half) => (half === '' ? 0 : half.split(':').length));
    const fits = halves.every((half) => half === '' || new RegExp(`^${group}(:${group})*$`).test(half));
    return fits && (halves.length === 1 ? counts[0] === 8 : halves.length === 2 && counts[0] + counts[1] < 8);
  }

  const isIPv4 = (value) => v4.test(`${value}`);
  return { isIPv4, isIPv6, isIP: (value) => (isIPv4(value) ? 4 : isIPv6(value) ? 6 : 0) };
})
