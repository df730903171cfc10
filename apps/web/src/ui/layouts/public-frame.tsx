import type { ReactNode } from 'react';
import { useText } from '../../i18n/provider.js';
import { LanguageSwitch } from '../language-switch.js';
import type { Section } from './organizer-frame.js';
import '../base.css';
import '../fonts-document.css';
import './organizer-frame.css';
import './public-frame.css';

export interface PublicFrameProps {
  sections: readonly Section[];
  current: string;
  homeHref?: string | undefined;
  /** Beside the column on wide screens, after it on narrow ones. */
  margin?: ReactNode | undefined;
  children: ReactNode;
}

/** A document with its sections. */
export function PublicFrame({ sections, current, homeHref = '/', margin, children }: PublicFrameProps) {
  const t = useText();
  return (
    <>
      <header className="site">
        <a className="brand" href={homeHref}>{t('ui.product')}</a>
        <nav aria-label={t('ui.sections')}>{sections.map((section) => <a key={section.id} href={section.href} aria-current={section.id === current ? 'page' : undefined}>{section.label}</a>)}</nav>
        <LanguageSwitch />
      </header>
      <div className="page-wrap"><main>{children}</main>{margin === undefined ? null : <aside className="page-margin">{margin}</aside>}</div>
    </>
  );
}
