// process.report: of Node's diagnostic report the head, by which packages with native add-ons choose the one of their platform.
(function report(exports, internal, host, settings) {
  'use strict';
  const { refusal } = internal('errors');

  // Amazon Linux 2023's C library from nodejs20.x on, Amazon Linux 2's before.
  const glibc = settings.major >= 20 ? '2.34' : '2.26';

  exports.of = (process) => ({
    getReport: () => ({
      header: {
        processId: process.pid,
        cwd: process.cwd(),
        commandLine: [process.argv0, ...process.execArgv],
        nodejsVersion: process.version,
        glibcVersionRuntime: glibc,
        wordSize: 64,
        arch: process.arch,
        platform: process.platform,
      },
    }),
    writeReport: refusal('writeReport', 'process.report.writeReport'),
  });
})
