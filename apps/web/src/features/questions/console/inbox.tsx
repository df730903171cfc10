import type { PanelSlice, QuestionView } from '@tegerek/contracts/wire';
import { useText } from '../../../i18n/provider.js';
import { Button } from '../../../ui/button.js';
import type { GroupView } from '../../../ui/group.js';
import { IconCheck, IconGitMerge, IconLayoutList, IconX } from '../../../ui/icons/index.js';
import { ActNote } from '../../../ui/staff/act-note.js';
import { QuestionAbout } from './question-about.js';
import { DeclineDialog } from './question-dialogs.js';
import { UndoLine } from './undo-line.js';
import type { QuestionActs } from './use-question-acts.js';
import { useSimilar } from './use-similar.js';

export const waitingQuestions = (slice: PanelSlice | undefined): QuestionView[] =>
  Object.values(slice?.questions ?? {}).filter((question) => question.status === 'waiting').sort((a, b) => a.askedAt - b.askedAt);

interface WaitingRowProps { question: QuestionView; groups: readonly GroupView[]; acts: QuestionActs; isFirst: boolean; mayDecide: boolean; onDecline: () => void }

function WaitingRow({ question, groups, acts, isFirst, mayDecide, onDecline }: WaitingRowProps) {
  const t = useText();
  return (
    <li className="q">
      <p className="q-text" lang={question.language}>{question.text}</p>
      <QuestionAbout question={question} groups={groups} />
      {mayDecide ? <span className="row q-acts">
        <Button mini icon={<IconCheck />} kbd={isFirst ? 'Q' : undefined} busy={acts.act.isBusy} onClick={() => { void acts.approve([question.questionId]); }}>{t('console.question.approve')}</Button>
        <Button mini kind="quiet" icon={<IconX />} kbd={isFirst ? 'W' : undefined} onClick={onDecline}>{t('console.question.decline')}</Button>
      </span> : null}
    </li>
  );
}

/** The first that waits says much the same as another: one tap brings it there. */
function SimilarHint({ slice, question, acts }: { slice: PanelSlice | undefined; question: QuestionView; acts: QuestionActs }) {
  const t = useText();
  const [similar] = useSimilar(slice, question, 1);
  if (similar === undefined) return null;
  return (
    <div className="similar sm">
      <p><span className="soft">{t('console.similar')}</span> <span lang={similar.language}>«{similar.text}»</span></p>
      <Button mini kind="quiet" icon={<IconGitMerge />} busy={acts.act.isBusy} onClick={() => { void acts.merge(similar.questionId, [question.questionId]); }}>{t('console.similar.merge')}</Button>
    </div>
  );
}

export interface InboxProps {
  slice: PanelSlice | undefined;
  groups: readonly GroupView[];
  acts: QuestionActs;
  mayDecide: boolean;
  declining: string | null;
  setDeclining: (questionId: string | null) => void;
  /** Opens the list of all questions. */
  onAll: () => void;
}

const SHOWN = 20;

/** Questions that wait for the moderator, oldest first. */
export function Inbox({ slice, groups, acts, mayDecide, declining, setDeclining, onAll }: InboxProps) {
  const t = useText();
  const waiting = waitingQuestions(slice);
  const [first] = waiting;
  const approved = Object.values(slice?.questions ?? {}).filter((question) => question.status === 'public' || question.status === 'answered').length;
  const declined = declining === null ? undefined : slice?.questions[declining];
  return (
    <section aria-label={t('console.inbox')}>
      <div className="head2"><h2>{t('console.inbox')}</h2><b>{waiting.length}</b><span className="end sm mute">{t('console.inbox.approved', { n: approved })}</span></div>
      <Button mini kind="quiet" icon={<IconLayoutList />} kbd="J" onClick={onAll}>{t('console.desk.open')}</Button>
      <UndoLine acts={acts} />
      <ActNote act={acts.act} fields={['reason']} />
      {waiting.length === 0 ? <p className="sm mute">{t('console.inbox.empty')}</p> : null}
      {mayDecide && first !== undefined ? <SimilarHint slice={slice} question={first} acts={acts} /> : null}
      <ul>{waiting.slice(0, SHOWN).map((question, index) => <WaitingRow key={question.questionId} question={question} groups={groups} acts={acts} isFirst={index === 0} mayDecide={mayDecide} onDecline={() => setDeclining(question.questionId)} />)}</ul>
      {waiting.length > SHOWN ? <Button mini kind="quiet" onClick={onAll}>{t('console.more', { n: waiting.length - SHOWN })}</Button> : null}
      {declined === undefined ? null : <DeclineDialog questions={[declined]} acts={acts} onClose={() => setDeclining(null)} />}
    </section>
  );
}
