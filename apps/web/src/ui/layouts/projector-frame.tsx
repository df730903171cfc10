import type { ReactNode } from 'react';
import { RehearsalMark } from '../rehearsal-mark.js';
import '../base.css';
import './projector-frame.css';

export interface ProjectorFrameProps {
  /** The line above: panel, its title in `<b>`, what this is (`.end`). */
  top?: ReactNode | undefined;
  children: ReactNode;
  /** `left`: a ring left and words right; `right`: words left and a ring, clock or code right. */
  columns?: 'one' | 'left' | 'right' | undefined;
  /** The line below: how to read it, where to join. */
  bottom?: ReactNode | undefined;
}

const COLUMNS = { one: '', left: ' two-left', right: ' two-right' } as const;

/** A frame of 1080 lines that fits any screen. The page carries `data-theme="projector"`. */
export function ProjectorFrame({ top, children, columns = 'one', bottom }: ProjectorFrameProps) {
  return (
    <div className="hall">
      <RehearsalMark />
      <header className="hall-line">{top}</header>
      <main className={`hall-main${COLUMNS[columns]}`}>{children}</main>
      <footer className="hall-line">{bottom}</footer>
    </div>
  );
}
