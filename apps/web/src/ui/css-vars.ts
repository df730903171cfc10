import { useCallback } from 'react';

/**
 * A ref that puts custom properties on an element through the CSSOM. The pages run under `style-src 'self'`, so no markup,
 * also none that a server may render, carries a style attribute; whatever is a figure goes through here.
 */
export function useCssVars(vars: Readonly<Record<`--${string}`, string | number>>): (element: HTMLElement | SVGElement | null) => void {
  const key = JSON.stringify(vars);
  return useCallback((element) => {
    if (element === null) return;
    for (const [name, value] of Object.entries(JSON.parse(key) as Record<string, string | number>)) element.style.setProperty(name, String(value));
  }, [key]);
}
