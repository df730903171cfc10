/*
 * The phone's service worker: after one visit over https (or localhost) its pages open without a network.
 * It keeps the shell of one build, named by its content, and nothing else: no API, no answers of the server, nothing of a person.
 * A new build waits until no page of the old one is open; then the old shell goes. Its list is filled in at build (offline/plugin.mjs).
 */
const { version, page, files } = __SHELL__;
const PREFIX = 'tegerek-shell-';
const CACHE = PREFIX + version;
/** A network that does not answer a page within this time counts as none. Milliseconds. */
const PATIENCE_MS = 4_000;
const PHONE_PAGES = /^\/(?:$|j\/|d\/)/u;

self.addEventListener('install', (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(CACHE);
    // the page must be this build's own: past every cache; files are named by their content and may come from any
    await Promise.all([cache.add(new Request(page, { cache: 'reload' })), cache.addAll(files)]);
  })());
});

self.addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) if (name.startsWith(PREFIX) && name !== CACHE) await caches.delete(name);
    await self.clients.claim();
  })());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate' && PHONE_PAGES.test(pathname)) event.respondWith(freshOrKept(request));
  else if (pathname.startsWith('/assets/')) event.respondWith(keptOrFresh(request));
});

/** The server's page while it answers; the kept one when it does not. */
async function freshOrKept(request) {
  const kept = caches.open(CACHE).then((cache) => cache.match(page));
  const fresh = fetch(request).then((response) => (response.status >= 500 ? Promise.reject(new Error(`HTTP ${response.status}`)) : response));
  const late = new Promise((resolve) => { setTimeout(resolve, PATIENCE_MS); }).then(() => kept);
  try {
    return (await Promise.race([fresh, late])) ?? (await fresh);
  } catch {
    return (await kept) ?? Response.error();
  }
}

/** Named by its content: whatever build kept it, it is the right one. */
const keptOrFresh = async (request) => (await caches.match(request)) ?? fetch(request);
