import type { ReactNode } from 'react';
import { useText } from '../../i18n/provider.js';
import { LanguageSwitch } from '../language-switch.js';
import { RehearsalMark } from '../rehearsal-mark.js';
import { MAIN, SkipLink } from '../skip-link.js';
import '../base.css';
import './organizer-frame.css';

export interface Section { id: string; label: string; href: string }

export interface OrganizerFrameProps {
  sections: readonly Section[];
  current: string;
  /** Right in the head: the dialogue and its date. */
  about?: ReactNode | undefined;
  homeHref?: string | undefined;
  children: ReactNode;
}

/** A line of sections and one task below it. */
export function OrganizerFrame({ sections, current, about, homeHref = '#/', children }: OrganizerFrameProps) {
  const t = useText();
  return (
    <div className="desk-page">
      <SkipLink />
      <header className="desk-top">
        <a className="brand" href={homeHref}>{t('ui.product')}</a>
        <RehearsalMark />
        <nav aria-label={t('ui.sections')}>{sections.map((section) => <a key={section.id} href={section.href} aria-current={section.id === current ? 'page' : undefined}>{section.label}</a>)}</nav>
        <span className="end sm soft">{about}</span>
        <LanguageSwitch />
      </header>
      <main id={MAIN} tabIndex={-1} className="desk-main">{children}</main>
    </div>
  );
}
