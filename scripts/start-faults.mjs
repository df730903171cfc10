/** One clear line for what goes wrong most often at a start; undefined when the fault is not one of these. */
export function explainStartFault(error) {
  const cause = rootCause(error);
  const where = cause.path ?? cause.dest ?? '';
  switch (cause.code) {
    case 'EADDRINUSE':
      return `Port ${cause.port ?? '?'} is taken by another program. Stop it, or choose another one: PORT=3001 npm start`;
    case 'EADDRNOTAVAIL':
      return `This machine has no address ${cause.address ?? '?'}: check HOST.`;
    case 'EACCES':
    case 'EPERM':
      return cause.syscall === 'listen'
        ? `No right to listen on port ${cause.port ?? '?'}: ports below 1024 need a privilege. Choose another one: PORT=3000 npm start`
        : `No right to use ${where || 'a file'}: make it writable for this account, or set DATA_DIR to a folder that is.`;
    case 'EROFS':
      return `${where || 'The folder'} is on a read-only file system: set DATA_DIR to a folder that can be written.`;
    case 'ENOSPC':
      return 'The disk is full: nothing was lost; free some space and start again.';
    case 'ECONNREFUSED':
      return `Nothing answers at ${cause.address ?? '?'}:${cause.port ?? '?'}: is the database of DATABASE_URL running?`;
    default:
      return undefined;
  }
}

function rootCause(error) {
  let at = error;
  for (let depth = 0; depth < 10 && at?.code === undefined && at?.cause !== undefined; depth++) at = at.cause;
  return at ?? {};
}
