import { useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react';
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
/** Shares of the full size, the largest that fits is taken. */
const SIZES = [1, 0.9, 0.8, 0.7, 0.6, 0.5];

/** The largest size of the words at which nothing stands outside the middle of the frame. */
function useFit(ref: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const main = ref.current;
    if (main === null) return undefined;
    const fit = () => {
      for (const size of SIZES) {
        main.style.setProperty('--fit', String(size));
        if (main.scrollHeight <= main.clientHeight + 1) return;
      }
    };
    fit();
    addEventListener('resize', fit);
    return () => removeEventListener('resize', fit);
  });
}

/** A frame of 1080 lines that fits any screen. The page carries `data-theme="projector"`. */
export function ProjectorFrame({ top, children, columns = 'one', bottom }: ProjectorFrameProps) {
  const main = useRef<HTMLElement>(null);
  useFit(main);
  return (
    <div className="hall">
      <RehearsalMark />
      <header className="hall-line">{top}</header>
      <main ref={main} className={`hall-main${COLUMNS[columns]}`}>{children}</main>
      <footer className="hall-line">{bottom}</footer>
    </div>
  );
}
