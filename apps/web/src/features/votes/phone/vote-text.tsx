import type { VoteHead } from '@tegerek/contracts/wire';
import { useText } from '../../../i18n/index.js';
import { Facts } from '../../../surfaces/phone/kit/facts.js';
import { AmendmentChange } from '../../../ui/amendment.js';
import { useVersionText, useVoteTitles } from '../../../ui/staff/version-text.js';

/** Beyond this a text is folded, so that the choices stay in sight. Characters. */
const LONG = 220;

/** The text that is voted on: in the reader's language where it was rendered, and then said to be a translation. */
export function VoteText({ vote, isFull = false }: { vote: VoteHead; isFull?: boolean }) {
  const t = useText();
  const read = useVersionText(vote);
  const heading = useVoteTitles()(vote);
  if (vote.version === null || read === null) return null;
  const { number } = vote.version;
  const { fields, lang: language } = read;
  const note = read.note === null ? null : <p className="sm soft">{read.note}</p>;
  const isLong = fields.text.length > LONG;
  const title = fields.title === '' ? null : <h2><bdi>{fields.title}</bdi></h2>;
  const text = <p className="lead preline"><bdi>{fields.text}</bdi></p>;
  const version = <p className="sm mute">{t('p.vote.version', { n: number })}</p>;
  if (isFull) return <div className="stack-2"><div className="stack-2" lang={language}>{title}{text}<Facts fields={fields} /></div>{read.kind === 'original' ? null : <Original version={vote.version} />}{version}{note}</div>;
  if (vote.amendment !== null) return <div className="stack-2"><p className="soft" lang={heading.lang}><bdi>{heading.title.slice(0, LONG)}</bdi></p><div className="lead"><AmendmentChange vote={vote} /></div><p className="sm soft">{t('amend.if')}</p></div>;
  return <div className="stack-2"><div className="stack-2" lang={language}>{title}{isLong ? <p className="lead clamp"><bdi>{fields.text}</bdi></p> : text}</div>{note}</div>;
}

/** What is voted on, under its translation. */
function Original({ version: { fields, language } }: { version: NonNullable<VoteHead['version']> }) {
  return <blockquote className="soft preline" lang={language}>{fields.title === '' ? null : <p><b><bdi>{fields.title}</bdi></b></p>}<p><bdi>{fields.text}</bdi></p></blockquote>;
}

/** All of the text, folded: below the choices, so that they stay in the thumb's reach. */
export function FullText({ vote }: { vote: VoteHead }) {
  const t = useText();
  if (vote.version === null) return null;
  return <details className="sm"><summary>{t('p.vote.full', { n: vote.version.number })}</summary><VoteText vote={vote} isFull /></details>;
}
