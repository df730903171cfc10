// A process that keeps the embedded server of one data folder open for whoever started it: the command line tool, which may
// not import the server's code. Argument: DATA_DIR. Writes one JSON line { url, reused }; ends when its stdin is closed.
import { startEmbeddedPostgres } from './embedded-postgres.js';

try {
  const server = await startEmbeddedPostgres({ dataDir: process.argv[2] ?? '.data', log: (line) => { console.error(line); } });
  console.log(JSON.stringify({ url: server.url, reused: server.reused }));
  process.stdin.resume();
  await new Promise((done) => { process.stdin.once('close', done).once('end', done); });
  await server.stop();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
