import type { ReactNode } from 'react';
import { IconAlertTriangle, IconInfoCircle } from './icons/index.js';
import './status.css';

/** Says what will come here and what can be done meanwhile. */
export function EmptyState({ title, children, action }: { title: ReactNode; children?: ReactNode; action?: ReactNode }) {
  return <div className="empty"><b>{title}</b>{children === undefined ? null : <div className="sm">{children}</div>}{action}</div>;
}

/** A remark that stops nothing: a warning of the linter, or information. */
export function Note({ kind = 'warn', children }: { kind?: 'warn' | 'info'; children: ReactNode }) {
  return <div className={kind === 'info' ? 'note info' : 'note'}>{kind === 'info' ? <IconInfoCircle /> : <IconAlertTriangle />}<div>{children}</div></div>;
}

/** What was just done, with its undo. Announced once; the owner takes it away. */
export function Toast({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return <div className="toast" role="status"><span>{children}</span>{action}</div>;
}
