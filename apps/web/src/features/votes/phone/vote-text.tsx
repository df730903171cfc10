import type { VoteHead } from '@tegerek/contracts/wire';
import { useText } from '../../../i18n/index.js';
import { Facts } from '../../../surfaces/phone/kit/facts.js';
import { AmendmentChange } from '../../../ui/amendment.js';

/** Beyond this a text is folded, so that the choices stay in sight. Characters. */
const LONG = 220;

/** The text that is voted on, in its one authoritative language. */
export function VoteText({ vote, isFull = false }: { vote: VoteHead; isFull?: boolean }) {
  const t = useText();
  if (vote.version === null) return null;
  const { fields, language, number } = vote.version;
  const isLong = fields.text.length > LONG;
  const title = fields.title === '' ? null : <h2><bdi>{fields.title}</bdi></h2>;
  const text = <p className="lead preline"><bdi>{fields.text}</bdi></p>;
  const version = <p className="sm mute">{t('p.vote.version', { n: number })}</p>;
  if (isFull) return <div className="stack-2" lang={language}>{title}{text}<Facts fields={fields} />{version}</div>;
  if (vote.amendment !== null) return <div className="stack-2"><p className="soft" lang={language}><bdi>{fields.title || fields.text.slice(0, LONG)}</bdi></p><div className="lead"><AmendmentChange vote={vote} /></div><p className="sm soft">{t('amend.if')}</p></div>;
  return <div className="stack-2" lang={language}>{title}{isLong ? <p className="lead clamp"><bdi>{fields.text}</bdi></p> : text}</div>;
}

/** All of the text, folded: below the choices, so that they stay in the thumb's reach. */
export function FullText({ vote }: { vote: VoteHead }) {
  const t = useText();
  if (vote.version === null) return null;
  return <details className="sm"><summary>{t('p.vote.full', { n: vote.version.number })}</summary><VoteText vote={vote} isFull /></details>;
}
