import { useEffect, useSyncExternalStore } from 'react';

/** Screens inside a dialogue: `/d/<slug>/<screen>/<id>`. `now` is the bare `/d/<slug>`. */
export const SCREENS = [
  'now', 'questions', 'ask', 'speak', 'proposals', 'proposal', 'propose', 'history', 'evidence', 'amend', 'vote', 'agenda', 'rank', 'result', 'results', 'polls', 'mine', 'more', 'programme', 'privacy',
] as const;
export type ScreenName = (typeof SCREENS)[number];

export type Route =
  | { at: 'start' }
  | { at: 'join'; slug: string }
  | { at: 'register'; slug: string }
  | { at: 'inside'; slug: string; screen: ScreenName; id: string | null };

const SLUG = /^[a-z0-9-]{1,40}$/u;

export function parseRoute(path: string): Route {
  const [, place, slug = '', screen = 'now', id] = path.split('/');
  if (!SLUG.test(slug)) return { at: 'start' };
  if (place === 'j') return { at: screen === 'new' ? 'register' : 'join', slug };
  if (place !== 'd') return { at: 'start' };
  const known = SCREENS.find((name) => name === screen) ?? 'now';
  return { at: 'inside', slug, screen: known, id: id === undefined || id === '' ? null : id };
}

const listeners = new Set<() => void>();
const tell = () => { for (const listener of listeners) listener(); };

/** Goes to a path of this page; `replace` leaves no trace in the history. */
export function go(path: string, { replace = false }: { replace?: boolean } = {}): void {
  if (replace) history.replaceState(null, '', path);
  else history.pushState(null, '', path);
  tell();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => { listeners.delete(listener); window.removeEventListener('popstate', listener); };
}

/** The path of this page, followed. */
export const usePath = (): string => useSyncExternalStore(subscribe, () => location.pathname, () => '/');

/** Plain links to this page's own paths change the screen without a load. */
export function useOwnLinks(): void {
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (link === null || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || link.target !== '' || link.origin !== location.origin) return;
      if (!/^\/(d|j)\/|^\/$/u.test(link.pathname) || link.hash !== '') return;
      event.preventDefault();
      if (link.pathname !== location.pathname) go(link.pathname);
    };
    document.addEventListener('click', onClick);
    return () => document.removeEventListener('click', onClick);
  }, []);
}
