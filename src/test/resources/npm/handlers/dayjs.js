// dayjs
const dayjs = require('dayjs');
const utc = require('dayjs/plugin/utc');
const timezone = require('dayjs/plugin/timezone');
const relativeTime = require('dayjs/plugin/relativeTime');
const customParseFormat = require('dayjs/plugin/customParseFormat');
require('dayjs/locale/fr');

[utc, timezone, relativeTime, customParseFormat].forEach((plugin) => dayjs.extend(plugin));

exports.handler = async (event) => {
  const placed = dayjs.utc(event.placed);
  console.log(placed.format('dddd, MMMM D, YYYY h:mm A'), placed.locale('fr').format('dddd D MMMM YYYY'));
  return {
    next: placed.add(1, 'month').startOf('week').toISOString(), there: placed.tz('Asia/Tokyo').format(), from: placed.from(placed.add(3, 'hour')),
    diff: placed.diff('2024-01-01T00:00:00Z', 'day', true).toFixed(3), parsed: dayjs.utc('05/02/24 1:02:03 PM', 'MM/DD/YY h:mm:ss A').toISOString(), valid: dayjs('x').isValid(),
  };
};
