const { header } = process.report.getReport();
console.log(header.platform === process.platform, header.arch === process.arch, header.nodejsVersion === process.version, header.processId === process.pid, header.cwd === process.cwd(), header.wordSize);
console.log(/^2\.\d+$/.test(header.glibcVersionRuntime), Array.isArray(header.commandLine), Object.keys(process).includes('report'));
