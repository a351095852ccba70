const date = new Date(Date.UTC(2026, 0, 2, 3, 4, 5, 6));
console.log(date.toISOString(), date.toJSON(), date.toUTCString(), date.getTime(), new Date('2026-01-02T03:04:05Z').getTime(), new Date('nonsense').getTime());
console.log(date.toLocaleDateString('en-US', { timeZone: 'UTC' }), date.toLocaleString('en-US', { timeZone: 'America/New_York', dateStyle: 'medium' }), new Intl.NumberFormat('en-US', { style: 'currency', currency: 'EUR' }).format(1234.5), (1234567.891).toLocaleString('de-DE'));
