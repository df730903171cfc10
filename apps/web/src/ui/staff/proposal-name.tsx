import type { ProposalView } from '@tegerek/contracts/wire';
import { useItemTitles } from './version-text.js';

/** Characters of a name in a list. */
const LONGEST = 80;
const short = (text: string): string => { const points = [...text]; return points.length <= LONGEST ? text : `${points.slice(0, LONGEST - 1).join('')}…`; };

/** What a proposal is called in a list of the console: in the reader's language where its present text was rendered. `heading`: what it calls itself. */
export function ProposalName({ proposal: { panelId, proposalId, language }, heading }: { proposal: Pick<ProposalView, 'panelId' | 'proposalId' | 'language'>; heading: string }) {
  const read = useItemTitles(panelId)({ proposalId, language, title: heading });
  return <span lang={read.lang}><bdi>{short(read.title)}</bdi></span>;
}
