console.log(Buffer.from('a'), [Buffer.from('bc')], { data: Buffer.alloc(60, 1) });
console.log(Buffer.alloc(51));
const extra = Buffer.from('x');
extra.note = 'own';
console.log(extra, Buffer.alloc(0));
console.log('%s|%o|%j', Buffer.from('fmt'), 1, Buffer.from('j'));
