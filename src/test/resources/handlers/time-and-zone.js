//! invoke {}
//! result ["Fri Jan 02 2026 00:00:00 GMT+0000 (Coordinated Universal Time)","UTC","Date",7,true,true,"1970-01-01T00:00:00.000Z",true,"1/2/2026, 3:04:05 AM"]
exports.handler = async () => {
  class Later extends Date {}
  const now = new Date();
  return [new Date(2026, 0, 2).toString(), Intl.DateTimeFormat().resolvedOptions().timeZone, Date.name, Date.length,
    new Later() instanceof Date, now.constructor === Date, new Date(0).toISOString(), typeof Date() === 'string',
    new Date(Date.UTC(2026, 0, 2, 3, 4, 5)).toLocaleString()];
};
