// Node's os module: the machine is Lambda's, not the simulator's.
(function os(exports, internal, host, settings) {
  'use strict';
  const signals = { SIGHUP: 1, SIGINT: 2, SIGQUIT: 3, SIGKILL: 9, SIGUSR1: 10, SIGUSR2: 12, SIGPIPE: 13, SIGALRM: 14, SIGTERM: 15, SIGCHLD: 17, SIGCONT: 18, SIGSTOP: 19 };
  const errno = { ENOENT: 2, EIO: 5, EBADF: 9, EAGAIN: 11, ENOMEM: 12, EACCES: 13, EEXIST: 17, ENOTDIR: 20, EISDIR: 21, EINVAL: 22, EXDEV: 18, EMFILE: 24, ENOSPC: 28, EROFS: 30, EPIPE: 32, ENOTEMPTY: 39 };
  const memory = () => Number(settings.environment.AWS_LAMBDA_FUNCTION_MEMORY_SIZE) * 1048576;
  const cpu = () => ({ model: 'AWS Lambda (pushsim)', speed: 2500, times: { user: 0, nice: 0, sys: 0, idle: 0, irq: 0 } });

  return {
    EOL: '\n',
    devNull: '/dev/null',
    arch: () => 'x64',
    machine: () => 'x86_64',
    platform: () => 'linux',
    type: () => 'Linux',
    release: () => '5.10.0',
    version: () => '#1 SMP',
    endianness: () => 'LE',
    hostname: () => '169.254.100.6',
    homedir: () => internal('process').env.HOME ?? '/home/sbx_user1051',
    tmpdir: () => (internal('process').env.TMPDIR || internal('process').env.TMP || internal('process').env.TEMP || '/tmp').replace(/(.)\/$/, '$1'),
    userInfo: () => ({ uid: 993, gid: 990, username: 'sbx_user1051', homedir: '/home/sbx_user1051', shell: '/sbin/nologin' }),
    cpus: () => [cpu(), cpu()],
    availableParallelism: () => 2,
    totalmem: memory,
    freemem: () => memory() - settings.memory * 1048576,
    loadavg: () => [0, 0, 0],
    uptime: () => internal('clock').sinceStart() / 1e6,
    networkInterfaces: () => ({
      lo: [{ address: '127.0.0.1', netmask: '255.0.0.0', family: 'IPv4', mac: '00:00:00:00:00:00', internal: true, cidr: '127.0.0.1/8' }],
    }),
    getPriority: () => 0,
    setPriority: internal('errors').refusal('setPriority', 'os.setPriority'),
    constants: { signals, errno, priority: { PRIORITY_NORMAL: 0 } },
  };
})
