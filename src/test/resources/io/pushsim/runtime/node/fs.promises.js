const fs = require('fs/promises');
console.log(fs === require('fs').promises);
await fs.rm('/tmp/snip', { recursive: true, force: true });
await fs.mkdir('/tmp/snip');
await fs.writeFile('/tmp/snip/a', 'text');
await fs.appendFile('/tmp/snip/a', '!');
console.log(await fs.readFile('/tmp/snip/a', 'utf8'), (await fs.stat('/tmp/snip/a')).size, await fs.readdir('/tmp/snip'), await fs.access('/tmp/snip/a'));
const handle = await fs.open('/tmp/snip/b', 'w+');
console.log((await handle.write('abc')).bytesWritten, (await handle.stat()).size, (await handle.read(Buffer.alloc(2), 0, 2, 1)).buffer.toString(), typeof handle.fd);
await handle.close();
await fs.copyFile('/tmp/snip/a', '/tmp/snip/c');
await fs.rename('/tmp/snip/c', '/tmp/snip/d');
await fs.unlink('/tmp/snip/a');
console.log((await fs.readdir('/tmp/snip')).sort());
for (const attempt of [() => fs.readFile('/tmp/snip/none'), () => fs.mkdir('/tmp/snip'), () => fs.readFile(5.5), () => fs.rmdir('/tmp/snip')]) {
  await attempt().catch((error) => console.log(error.name, error.code, error.message));
}
await fs.writeFile('/tmp/snip/iter', (function* () { yield 'a'; yield 'b'; })());
console.log(await fs.readFile('/tmp/snip/iter', 'utf8'));
await fs.rm('/tmp/snip', { recursive: true });
