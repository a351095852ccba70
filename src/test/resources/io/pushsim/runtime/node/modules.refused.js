for (const attempt of [() => require('child_process').execSync('true'), () => require('http').createServer(), () => require('vm').runInNewContext('1'), () => require('zlib').brotliCompressSync('x'), () => require('tls').createSecureContext()]) {
  try {
    await attempt();
    console.log('done');
  } catch (error) {
    console.log(error.message.slice(0, 60));
  }
}
