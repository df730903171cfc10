import type { ReactNode } from 'react';
import { RehearsalMark } from '../rehearsal-mark.js';
import { MAIN, SkipLink } from '../skip-link.js';
import '../base.css';
import './console-frame.css';

export interface ConsoleFrameProps {
  /** Title of the panel, the two rings, clock and connection. */
  head: ReactNode;
  /** Phases and agenda. */
  nav: ReactNode;
  /** What the room does now, with the one primary button last, in `.do`. */
  children: ReactNode;
  /** Sections: queue, inbox. The first takes what it needs, the last the rest. */
  side: ReactNode;
  /** The hall's screen: live, preview. */
  foot: ReactNode;
  /** Names of the landmarks for a screen reader. */
  names: { nav: string; side: string };
}

/** Head 104, 204 · fluid · 348, foot 92; nothing scrolls but an area that overflows. */
export function ConsoleFrame({ head, nav, children, side, foot, names }: ConsoleFrameProps) {
  return (
    <div className="console">
      <SkipLink />
      <RehearsalMark />
      <header className="console-head">{head}</header>
      <nav className="console-nav" aria-label={names.nav}>{nav}</nav>
      <main id={MAIN} tabIndex={-1} className="console-main">{children}</main>
      <aside className="console-side" aria-label={names.side}>{side}</aside>
      <footer className="console-foot">{foot}</footer>
    </div>
  );
}
