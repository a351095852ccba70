console.log({ user: { id: 12345, name: 'Some One', email: 'some.one@example.com', roles: ['admin', 'editor', 'viewer'], active: true, address: { street: 'Main Street 1', city: 'Town' } } });
console.log({ Records: [{ eventVersion: '2.1', eventSource: 'aws:s3', s3: { bucket: { name: 'b', arn: 'arn:aws:s3:::b' }, object: { key: 'k', size: 1024 } } }] });
console.log({ a: 'x'.repeat(60), b: 'y'.repeat(20) }, { a: 'x'.repeat(40), b: 'y'.repeat(22) }, { a: 1, b: 2, c: 3, d: { e: 4, f: { g: 5 } }, h: [] , i: {} });
