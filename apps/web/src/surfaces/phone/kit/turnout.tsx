import type { VoteHead } from '@tegerek/contracts/wire';
import { useFormat, useText } from '../../../i18n/index.js';
import { boxOf, withPaper } from '@tegerek/rules';
import { useCounter } from '../../../live/index.js';
import { GroupFigures } from '../../../ui/group-sign.js';
import { Ring } from '../../../ui/ring.js';
import { ringGroups, sumOf, useGroups } from './groups.js';

/** How many of the electorate have voted, by group: never how. */
export function Turnout({ vote, lead }: { vote: VoteHead; lead?: string }) {
  const t = useText();
  const pressed = useCounter(boxOf(vote))?.byGroup;
  const cast = vote.castByGroup ?? withPaper(vote, pressed ?? {});
  return <FiguresRing lead={lead ?? t('p.turnout')} value={cast} base={vote.electorateByGroup} sentence="p.turnout.words" />;
}

export interface FiguresRingProps {
  lead: string;
  value: Readonly<Record<string, number>>;
  base: Readonly<Record<string, number>>;
  sentence: 'p.turnout.words' | 'p.presence.words';
}

/** A ring with its figures beside it, each with its base. */
export function FiguresRing({ lead, value, base, sentence }: FiguresRingProps) {
  const t = useText();
  const { number } = useFormat();
  const groups = useGroups();
  const ring = ringGroups(groups, value, base);
  const [now, all] = [ring.reduce((sum, group) => sum + group.value, 0), sumOf(base)];
  const figures = ring.map((group) => ({ group, value: group.value, base: group.base }));
  return (
    <div className="split">
      <div className="sm soft"><p>{lead}<br /><b className="ink">{t('p.figure.seats', { value: now, base: all })}</b></p><GroupFigures figures={figures} /></div>
      <Ring size={112} groups={ring} lead={t(sentence, { value: now, base: all })} center={number(now)} under={t('ui.figure.of', { base: all })} />
    </div>
  );
}
