import type { ReactNode } from 'react';
import { useText } from '../i18n/provider.js';
import './tabs.css';

export interface TabItem {
  id: string;
  label: string;
  icon: ReactNode;
  href: string;
  /** Something new is there, in words for a screen reader; shown as a dot. */
  news?: string | undefined;
}

/** The phone's bottom bar. */
export function TabBar({ items, current }: { items: readonly TabItem[]; current: string }) {
  const t = useText();
  return (
    <nav className="tabs" aria-label={t('ui.sections')}>
      {items.map((item) => (
        <a key={item.id} href={item.href} aria-current={item.id === current ? 'page' : undefined} className={item.news === undefined ? undefined : 'has-news'}>
          {item.icon}<span>{item.label}</span>{item.news === undefined ? null : <span className="sr-only">{item.news}</span>}
        </a>
      ))}
    </nav>
  );
}
