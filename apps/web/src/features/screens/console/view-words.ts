import type { CoreSlice, PanelSlice, ScreenRequest, ScreenView } from '@tegerek/contracts/wire';
import type { Translate } from '../../../i18n/translate.js';
import { textOf } from '../../../i18n/text.js';
import type { Lang } from '@tegerek/contracts/wire';

export interface ViewWords {
  /** What it is: «Вопрос», «Явка 3.2». */
  kind: string;
  /** The large text of the little screen. */
  big: string;
  small: string;
}

/** A view in words, for the little screens of the console. */
export function viewWords(t: Translate, view: ScreenView | null, core: CoreSlice, locale: Lang, slice?: PanelSlice): ViewWords {
  if (view === null) return { kind: t('console.screen.nothing'), big: '', small: '' };
  switch (view.kind) {
    case 'programme': return { kind: t('console.screen.programme'), big: t('console.screen.programme'), small: textOf(core.setup?.title, locale).text };
    case 'blank': return { kind: t('console.screen.blank'), big: '', small: '' };
    case 'agenda': return { kind: t('console.screen.agenda'), big: t('console.screen.agenda'), small: textOf(core.panels[view.panelId]?.title, locale).text };
    case 'join': return { kind: t('console.screen.join'), big: t('console.screen.join'), small: '' };
    case 'break': return { kind: t('console.screen.break'), big: t('console.screen.break'), small: textOf(view.text, locale).text };
    case 'text': return { kind: t('console.screen.text'), big: '', small: textOf(view.text, locale).text };
    case 'question': return { kind: t('console.screen.question'), big: '', small: view.text };
    case 'speaker': return { kind: t('console.screen.speaker'), big: view.name, small: view.organisation || (view.name === '' ? t('console.speaks') : '') };
    case 'proposal': return { kind: t('console.screen.proposal', { number: view.number }), big: view.number, small: view.fields.title || view.fields.text };
    case 'vote': return voteWords(t, core, view.voteId);
    case 'poll': return { kind: t('console.screen.poll'), big: '', small: textOf(slice?.polls[view.pollId]?.setup.question, locale).text };
  }
}

function voteWords(t: Translate, core: CoreSlice, voteId: string): ViewWords {
  const vote = core.votes[voteId];
  const isClosed = vote?.state === 'closed';
  const isDecision = vote?.purpose !== 'ranking';
  const kind = t(isDecision ? (isClosed ? 'console.screen.result' : 'console.screen.turnout') : (isClosed ? 'console.screen.places' : 'console.screen.ranking'), { number: vote?.number ?? '' });
  return { kind, big: vote?.number ?? '', small: vote?.version?.fields.title ?? kind };
}

/** Whether what is shown is what would be shown. */
export function isSameView(shown: ScreenView | null, asked: ScreenRequest): boolean {
  if (shown === null || shown.kind !== asked.kind) return false;
  if (shown.kind === 'question' && asked.kind === 'question') return shown.questionId === asked.questionId;
  if (shown.kind === 'proposal' && asked.kind === 'proposal') return shown.proposalId === asked.proposalId;
  if (shown.kind === 'vote' && asked.kind === 'vote') return shown.voteId === asked.voteId;
  if (shown.kind === 'poll' && asked.kind === 'poll') return shown.pollId === asked.pollId;
  return shown.kind !== 'text' && shown.kind !== 'break';
}
