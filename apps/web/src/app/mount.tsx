import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { keepFocus } from '../ui/keep-focus.js';

/** Puts a surface into the page. */
export function mount(surface: ReactNode): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('the page has no #root');
  keepFocus(document);
  createRoot(root).render(<StrictMode>{surface}</StrictMode>);
}
