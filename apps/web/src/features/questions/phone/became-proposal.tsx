import type { PanelSlice } from '@tegerek/contracts/wire';
import { useText } from '../../../i18n/index.js';
import { useCore } from '../../../live/index.js';
import { useWho } from '../../../surfaces/phone/kit/who.js';

/** Proposals that were made from a question. */
export function BecameProposal({ questionId, slice }: { questionId: string; slice: PanelSlice }) {
  const t = useText();
  const { path } = useWho();
  const core = useCore();
  const made = Object.values(slice.proposals).filter((proposal) => proposal.fromQuestion === questionId);
  return made.map(({ proposalId, panelId, number }) => <a key={proposalId} href={path('proposal', proposalId)}>{t('p.question.proposal', { number: `${core?.panels[panelId]?.number ?? ''}.${number}` })}</a>);
}
