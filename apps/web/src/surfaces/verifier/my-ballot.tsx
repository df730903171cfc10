import { useState, type ReactNode } from 'react';
import type { ListedVote, ListedVotes } from '@tegerek/verify';
import { MultilingualText, useText, type MessageKey } from '../../i18n/index.js';
import { SelectField } from '../../ui/select-field.js';
import { TextField } from '../../ui/text-field.js';

const CHOICES = ['yes', 'no', 'abstain', 'support', 'liveWith', 'reservations', 'block'] as const;

/** Finds the row of one voter in a published list, by the number of their receipt. */
export function MyBallot({ listed: { votes, groups } }: { listed: ListedVotes }): ReactNode {
  const t = useText();
  const [voteId, setVoteId] = useState('');
  const [number, setNumber] = useState('');
  if (votes.length === 0) return null;
  const vote = votes.find((one) => one.voteId === voteId);
  const row = vote?.rows.find((one) => String(one.number) === number.trim());
  const title = ({ number: no, purpose, title: words }: ListedVote): string => (purpose === 'ranking' ? t('verify.mine.ranking', { number: no }) : `${no} ${words}`);
  return (
    <section className="stack-4" aria-labelledby="mine">
      <h2 id="mine">{t('verify.mine')}</h2>
      <p className="soft">{t('verify.mine.how')}</p>
      <SelectField label={t('verify.mine.vote')} value={voteId} onChange={setVoteId} options={votes.map((one) => ({ value: one.voteId, label: title(one) }))} />
      <TextField label={t('verify.mine.number')} inputMode="numeric" value={number} onChange={setNumber} />
      <div aria-live="polite">
        {vote === undefined || number.trim() === '' ? null : row === undefined ? <p className="refuse">{t('verify.mine.none', { n: vote.rows.length })}</p> : (
          <p>
            <b><MultilingualText value={groups.find(({ id }) => id === row.group)?.title} /></b>{': '}
            {typeof row.choice === 'string' ? <Choice choice={row.choice} /> : row.choice.map((id, i) => <span key={id}>{i > 0 ? ', ' : ''}{i + 1}. <bdi>{vote.options[id] ?? id}</bdi></span>)}
          </p>
        )}
      </div>
    </section>
  );
}

function Choice({ choice }: { choice: string }): ReactNode {
  const t = useText();
  const known = CHOICES.find((one) => one === choice);
  return known === undefined ? <bdi>{choice}</bdi> : <>{t(`choice.${known}` satisfies MessageKey)}</>;
}
