// npm hands SIGTERM to its shell only. When that parent is gone, stop as if the signal had come to us;
// otherwise the server or the tests would live on as orphans and keep the port.
if (process.env.npm_lifecycle_event || process.env.TEGEREK_WATCH_PARENT) {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, 500).unref();
}
