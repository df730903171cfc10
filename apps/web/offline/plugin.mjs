import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const WORKER = new URL('./worker.js', import.meta.url);

/** What a page needs, now or later: its chunk, all that it imports or may import, and their styles and fonts. */
function reachable(bundle, entry) {
  const found = new Set();
  const visit = (file) => {
    const chunk = bundle[file];
    if (chunk === undefined || found.has(file)) return;
    found.add(file);
    if (chunk.type !== 'chunk') return;
    for (const next of [...chunk.imports, ...chunk.dynamicImports, ...(chunk.viteMetadata?.importedCss ?? []), ...(chunk.viteMetadata?.importedAssets ?? [])]) visit(next);
  };
  visit(entry);
  // a font stands in a style alone
  const styles = [...found].filter((file) => file.endsWith('.css')).map((file) => String(bundle[file].source)).join('\n');
  for (const file of Object.keys(bundle)) if (file.endsWith('.woff2') && styles.includes(file.split('/').at(-1))) found.add(file);
  return [...found].sort((a, b) => (a < b ? -1 : 1));
}

/** Writes `/sw.js` with the list of the phone's shell; its version is the hash of what it holds, so that an unchanged build changes nothing. */
export function offlineShell() {
  return {
    name: 'tegerek-offline-shell',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const entry = Object.values(bundle).find((each) => each.type === 'chunk' && each.isEntry && each.name === 'phone');
        if (entry === undefined) return;
        const files = reachable(bundle, entry.fileName).map((file) => `/${file}`);
        const worker = readFileSync(WORKER, 'utf8');
        const version = createHash('sha256').update(JSON.stringify([worker, files])).digest('hex').slice(0, 16);
        this.emitFile({ type: 'asset', fileName: 'sw.js', source: worker.replace('__SHELL__', JSON.stringify({ version, page: '/index.html', files })) });
      },
    },
  };
}
