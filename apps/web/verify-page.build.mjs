import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';

const sourceOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * Script and style go into the page itself, so that the saved file works without any server; its policy names both by hash and
 * allows no connection at all: what is opened in it cannot leave it.
 */
function selfContained() {
  return {
    name: 'self-contained', enforce: 'post',
    // after Vite's own last touch on the chunks
    generateBundle: { order: 'post', handler(_, bundle) {
      const page = bundle['verify.html'];
      const outputs = Object.values(bundle);
      const script = outputs.filter(({ type }) => type === 'chunk').map(({ code }) => code).join('\n').replaceAll('</script', '<\\/script');
      const style = outputs.filter(({ fileName }) => fileName.endsWith('.css')).map(({ source }) => source).join('\n');
      const policy = `default-src 'none'; script-src ${sourceOf(script)} 'wasm-unsafe-eval'; style-src ${sourceOf(style)}; font-src data:; img-src data:; connect-src 'none'; base-uri 'none'; form-action 'none'`;
      const html = String(page.source).replace(/<script type="module"[^>]*><\/script>\s*/u, '').replace(/<link rel="stylesheet"[^>]*>\s*/gu, '')
        .replace('<meta charset="utf-8">', () => `<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="${policy}">`)
        .replace('</head>', () => `<style>${style}</style>\n</head>`).replace('</body>', () => `<script type="module">${script}</script>\n</body>`);
      for (const name of Object.keys(bundle)) if (name !== 'verify.html') delete bundle[name];
      page.source = html;
    } },
  };
}

/**
 * The verifier as one file, `dist/verify.html`; built with the other pages (vite.config.mjs).
 * @type {import('vite').InlineConfig}
 */
export const verifierPage = {
  root: fileURLToPath(new URL('.', import.meta.url)),
  configFile: false, logLevel: 'warn',
  plugins: [react(), selfContained()],
  build: {
    outDir: 'dist', emptyOutDir: false, assetsInlineLimit: Number.MAX_SAFE_INTEGER, cssCodeSplit: false, modulePreload: false, reportCompressedSize: false,
    target: ['es2022', 'chrome94', 'safari15.4', 'firefox94'],
    rolldownOptions: { input: fileURLToPath(new URL('./verify.html', import.meta.url)), output: { codeSplitting: false } },
  },
};
