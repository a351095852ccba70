console.log(process.platform, process.argv.length >= 1, typeof process.pid, process.exitCode, typeof process.uptime(), process.hrtime().length, typeof process.hrtime.bigint(), Object.prototype.toString.call(process), typeof process.memoryUsage().heapUsed);
process.env.SNIP_NUMBER = 5;
process.env.SNIP_UNDEFINED = undefined;
console.log(process.env.SNIP_NUMBER, typeof process.env.SNIP_NUMBER, process.env.SNIP_UNDEFINED, 'SNIP_NUMBER' in process.env, delete process.env.SNIP_NUMBER, process.env.SNIP_NUMBER, process.env.SNIP_NONE);
