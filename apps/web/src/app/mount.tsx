import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';

/** Puts a surface into the page. */
export function mount(surface: ReactNode): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('the page has no #root');
  createRoot(root).render(<StrictMode>{surface}</StrictMode>);
}
