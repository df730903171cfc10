// npm start: builds what is missing, then runs the server in this process.
import './node-version.mjs';
import './parent-watch.mjs';
import { explainStartFault } from './start-faults.mjs';

process.env.INIT_CWD = process.env.INIT_CWD || process.cwd();
process.on('uncaughtException', (error) => {
  console.error(explainStartFault(error) ?? error.stack ?? String(error));
  process.exit(1);
});
try {
  const { setup } = await import('./setup.mjs');
  await setup();
} catch (error) {
  console.error(explainStartFault(error) ?? error.message);
  process.exit(1);
}
try {
  await import('../apps/api/dist/main.js');
} catch (error) {
  console.error(explainStartFault(error) ?? error.stack ?? String(error));
  process.exit(1);
}
