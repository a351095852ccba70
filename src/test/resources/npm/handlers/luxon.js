// luxon
const { DateTime, Duration, Interval, Settings } = require('luxon');

Settings.defaultLocale = 'en-US';

exports.handler = async (event) => {
  const placed = DateTime.fromISO(event.placed, { zone: 'utc' });
  console.log(placed.toString(), placed.toFormat('yyyy LLL dd, HH:mm:ss'), placed.plus({ months: 1 }).endOf('month').toISO());
  const there = placed.setZone('America/New_York');
  return {
    there: there.toISO(), offset: there.offset, zone: there.zoneName, dst: there.isInDST,
    ordinal: placed.ordinal, week: placed.toISOWeekDate(), http: placed.toHTTP(), sql: placed.toSQL(),
    left: Duration.fromMillis(93784000).toFormat("d 'd' hh:mm:ss"), human: Duration.fromObject({ hours: 25, minutes: 3 }).normalize().toISO(),
    days: Interval.fromDateTimes(placed, placed.plus({ days: 3 })).splitBy({ days: 1 }).map(String),
    invalid: DateTime.fromISO('2024-13-01').invalidExplanation, text: placed.toLocaleString(DateTime.DATE_MED),
  };
};
