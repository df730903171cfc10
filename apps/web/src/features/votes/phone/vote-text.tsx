import type { VoteHead } from '@tegerek/contracts/wire';
import { useText } from '../../../i18n/index.js';
import { Facts } from '../../../surfaces/phone/kit/facts.js';

/** The text that is voted on, in its one authoritative language. */
export function VoteText({ vote, isFull }: { vote: VoteHead; isFull: boolean }) {
  const t = useText();
  if (vote.version === null) return null;
  const { fields, language, number } = vote.version;
  return (
    <div className="stack-2" lang={language}>
      {fields.title === '' ? null : <h1 className="h2"><bdi>{fields.title}</bdi></h1>}
      <p className="lead preline"><bdi>{fields.text}</bdi></p>
      {isFull ? <Facts fields={fields} /> : null}
      <p className="sm mute">{t('p.vote.version', { n: number })}</p>
    </div>
  );
}
