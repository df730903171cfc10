import { useText } from '../../../i18n/provider.js';
import { Button } from '../../../ui/button.js';
import { IconArrowBackUp } from '../../../ui/icons/index.js';
import type { QuestionActs } from './use-question-acts.js';

/** What was done last, and the way back. */
export function UndoLine({ acts }: { acts: QuestionActs }) {
  const t = useText();
  const { last } = acts;
  if (last === null) return null;
  const [first] = last.questions;
  const n = last.questions.length;
  return (
    <div className="undo-line" role="status">
      <p className="sm"><b>{t(`console.done.${last.kind}`, { n })}</b>{n === 1 && first !== undefined ? <span lang={first.language}> «{first.text}»</span> : null}</p>
      <Button mini kind="quiet" icon={<IconArrowBackUp />} kbd="U" busy={acts.act.isBusy} onClick={acts.undo}>{t('console.undo')}</Button>
    </div>
  );
}
