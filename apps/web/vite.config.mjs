import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build, defineConfig } from 'vite';
import { offlineShell } from './offline/plugin.mjs';
import { verifierPage } from './verify-page.build.mjs';

const page = (name) => fileURLToPath(new URL(`./${name}.html`, import.meta.url));
const api = { target: 'http://127.0.0.1:3000', changeOrigin: false };

/** The verifier's page stands in the same folder, but is built into one file of its own. */
const withVerifier = { name: 'with-verifier', apply: 'build', closeBundle: { sequential: true, order: 'post', handler: async () => { await build(verifierPage); } } };

/**
 * One page per surface, hashed files, nothing inline: the pages run under `script-src 'self'; style-src 'self'`.
 * `gallery.html` is served by `vite` and by `vite build --mode gallery` only.
 */
export default defineConfig(({ mode }) => ({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), offlineShell(), ...(mode === 'gallery' ? [] : [withVerifier])],
  server: { proxy: { '/api': api, '/socket.io': { ...api, ws: true } } },
  build: {
    outDir: mode === 'gallery' ? 'node_modules/.gallery' : 'dist',
    emptyOutDir: true,
    manifest: true,
    sourcemap: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: ['es2022', 'chrome94', 'safari15.4', 'firefox94'],
    rolldownOptions: {
      input: mode === 'gallery' ? { gallery: page('gallery') } : { phone: page('index'), console: page('console'), organizer: page('organizer'), projector: page('projector') },
    },
  },
}));
