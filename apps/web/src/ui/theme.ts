export type Theme = 'light' | 'dark';

/** Follows the device between light and dark. Call it once in the entry of a page that is no projector. */
export function followSystemTheme(): void {
  const query = matchMedia('(prefers-color-scheme: dark)');
  const apply = () => { document.documentElement.dataset.theme = query.matches ? 'dark' : 'light'; };
  query.addEventListener('change', apply);
  apply();
}
