import type { PanelSlice, QuestionView } from '@tegerek/contracts/wire';
import { useFormat, useText } from '../../../i18n/provider.js';
import { Tag } from '../../../ui/badge.js';
import { GroupSign } from '../../../ui/group-sign.js';
import type { GroupView } from '../../../ui/group.js';
import { IconPin } from '../../../ui/icons/index.js';
import { groupOf } from '../../../ui/staff/group-views.js';
import { PersonName } from '../../../ui/staff/person.js';

export interface QuestionAboutProps {
  question: QuestionView;
  groups: readonly GroupView[];
  /** Shows what became of it: proposals that were made from it. */
  slice?: PanelSlice | undefined;
  panelNumber?: number | undefined;
}

/** From whom, to whom, when, how the room sees it and what became of it. */
export function QuestionAbout({ question, groups, slice, panelNumber }: QuestionAboutProps) {
  const t = useText();
  const { time } = useFormat();
  const group = groupOf(groups, question.groupId);
  const made = Object.values(slice?.proposals ?? {}).filter((proposal) => proposal.fromQuestion === question.questionId);
  return (
    <p className="q-meta">
      {question.pinnedAt === null ? null : <Tag tone="live" icon={<IconPin />}>{t('console.question.pinned')}</Tag>}
      {group === undefined ? null : <GroupSign group={group} />}
      {question.seatId === null ? null : <span><PersonName seatId={question.seatId} /></span>}
      {question.anonymous ? <span>{t('console.question.anonymous')}</span> : null}
      <To question={question} groups={groups} />
      <span>{time(question.askedAt)}</span>
      {question.alsoBy.length === 0 ? null : <b>{t('console.question.also', { n: question.alsoBy.length })}</b>}
      {made.map(({ proposalId, number }) => <span key={proposalId}>{t('console.question.became', { number: `${panelNumber ?? ''}.${number}` })}</span>)}
    </p>
  );
}

function To({ question: { toSeat, toGroup }, groups }: { question: QuestionView; groups: readonly GroupView[] }) {
  const t = useText();
  if (toSeat !== null) return <span>{t('console.question.to')} <PersonName seatId={toSeat} /></span>;
  const group = groupOf(groups, toGroup);
  return group === undefined ? null : <span>{t('console.question.to')} <GroupSign group={group} /></span>;
}
