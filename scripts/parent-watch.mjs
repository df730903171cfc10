// npm starts us through a shell and hands signals to that shell only, or to nobody when it is killed itself. When the parent, or
// npm above the shell, is gone, stop as if the signal had come to us; otherwise we would live on as an orphan and keep the port.
import { readFileSync } from 'node:fs';

/** The parent of a process and whether the process is a shell that runs one command; undefined where /proc does not tell. */
function inspect(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return { parent: Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]), isShell: words[1] === '-c' };
  } catch { return undefined; }
}

if (process.env.npm_lifecycle_event || process.env.TEGEREK_WATCH_PARENT) {
  const parent = process.ppid;
  const shell = inspect(parent);
  const isOrphan = () => process.ppid !== parent || (shell?.isShell === true && inspect(parent)?.parent !== shell.parent);
  setInterval(() => { if (isOrphan()) process.kill(process.pid, 'SIGTERM'); }, 500).unref();
}
