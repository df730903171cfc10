import type { ReactNode } from 'react';
import type { Translate } from '../../i18n/translate.js';
import type { QuorumFigure } from './quorum.js';

/** «кворум 21 есть», «до кворума ещё 3 из 21» as a figure's note; nothing where no quorum is asked for. */
export function quorumNote(t: Translate, figure: QuorumFigure | undefined): { note?: ReactNode } {
  if (figure === undefined) return {};
  return { note: figure.left === 0 ? <span className="hold">{t('quorum.has', { ...figure })}</span> : <span className="warn-words">{t('quorum.lacks', { ...figure })}</span> };
}
