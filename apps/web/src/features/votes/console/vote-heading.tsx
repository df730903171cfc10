import type { VoteHead } from '@tegerek/contracts/wire';
import { useVersionText } from '../../../ui/staff/version-text.js';

/** What is decided, in the language of who sits at the console where it was rendered in it; whichever it is, another than the reader's own is said. */
export function VoteHeading({ vote, isWhole = false }: { vote: VoteHead; isWhole?: boolean }) {
  const read = useVersionText(vote);
  if (read === null) return null;
  const { fields: { title, text }, lang, note } = read;
  return (
    <>
      <h2 lang={lang}><bdi>{title || text}</bdi></h2>
      {isWhole && title !== '' ? <p className="soft clamp-3" lang={lang}><bdi>{text}</bdi></p> : null}
      {note === null ? null : <p className="sm soft">{note}</p>}
    </>
  );
}
