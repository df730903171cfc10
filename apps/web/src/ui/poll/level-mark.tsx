import type { Temperature } from '@tegerek/contracts/wire';
import './poll.css';

/** Three colours that are three shapes as well: a disc, a triangle, a square. */
export function LevelMark({ level }: { level: Temperature }) {
  return (
    <svg className={`level ${level}`} viewBox="0 0 24 24" aria-hidden focusable="false">
      {level === 'good' ? <circle cx="12" cy="12" r="10" /> : level === 'mixed' ? <path d="M12 2.5 22.5 21h-21z" /> : <rect x="3" y="3" width="18" height="18" rx="1.5" />}
    </svg>
  );
}
