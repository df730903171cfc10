import { useEffect, useRef } from 'react';

/** `KeyboardEvent.code` (the place on the keyboard, so that it works in Cyrillic layouts), with `Shift+` where asked → what it does. */
export type KeyMap = Readonly<Record<string, (() => void) | undefined>>;

const TYPING = 'input, textarea, select, [contenteditable="true"]';
/** Enter and Space belong to the focused control. */
const OWN = new Set(['Enter', 'Space', 'NumpadEnter']);

function isFree(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return false;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest(TYPING) !== null && target?.closest(TYPING) !== undefined) return false;
  if (document.querySelector('dialog[open]') !== null) return false;
  return !(OWN.has(event.code) && target?.closest('button, a, label, summary') !== null && target !== document.body);
}

/** Single keys for frequent acts; silent while somebody types, holds a modifier or answers a dialog. */
export function useKeys(map: KeyMap): void {
  const latest = useRef(map);
  latest.current = map;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!isFree(event)) return;
      const act = latest.current[`${event.shiftKey ? 'Shift+' : ''}${event.code}`];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}
