import { useText } from '../../../i18n/index.js';
import { usePanel } from '../../../live/index.js';

/** The question that a proposal was made from; without a word where this phone may not see it. */
export function FromQuestion({ panelId, questionId }: { panelId: string; questionId: string | null }) {
  const t = useText();
  const question = usePanel(panelId)?.questions[questionId ?? ''];
  return question === undefined ? null : <p className="sm"><span className="soft">{t('p.proposal.from')}</span> <bdi lang={question.language}>«{question.text}»</bdi></p>;
}
