import type { ReactNode } from 'react';
import { useText } from '../../i18n/provider.js';
import { IconChevronLeft } from '../icons/index.js';
import { LanguageSwitch } from '../language-switch.js';
import { RehearsalMark } from '../rehearsal-mark.js';
import '../base.css';
import '../pill.css';
import './phone-frame.css';

export interface PhoneFrameProps {
  /** One line in the head: the dialogue, or what one came into. */
  title: ReactNode;
  /** Shows the arrow left of the title. */
  onBack?: (() => void) | undefined;
  /** Right of the title; default the language switch. */
  aside?: ReactNode | undefined;
  /** The network line. */
  network?: ReactNode | undefined;
  children: ReactNode;
  /** The one action, in the thumb's reach: at most one primary button, a line of state above it. */
  action?: ReactNode | undefined;
  tabs?: ReactNode | undefined;
}

/** Head 48, one scrolling middle, the action and the tabs at the thumb. */
export function PhoneFrame({ title, onBack, aside, network, children, action, tabs }: PhoneFrameProps) {
  const t = useText();
  return (
    <div className="phone">
      <div className="phone-head">
        <RehearsalMark />
        <header className="phone-top">
          {onBack === undefined ? null : <button type="button" className="phone-back" aria-label={t('ui.back')} onClick={onBack}><IconChevronLeft /></button>}
          <span className="grow">{title}</span>
          {aside ?? <LanguageSwitch />}
        </header>
      </div>
      <main className="phone-main">{children}</main>
      <div className="phone-act">{action}</div>
      <div className="phone-foot">{network}{tabs}</div>
    </div>
  );
}
