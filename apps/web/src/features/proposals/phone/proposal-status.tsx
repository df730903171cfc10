import type { ProposalView } from '@tegerek/contracts/wire';
import { useText } from '../../../i18n/index.js';
import { Tag, type TagTone } from '../../../ui/badge.js';

const TONES: Record<ProposalView['status'], TagTone> = { submitted: 'plain', 'in-formulation': 'plain', frozen: 'live', adopted: 'ok', 'not-adopted': 'bad', withdrawn: 'plain', merged: 'plain' };

export function ProposalStatusTag({ proposal }: { proposal: ProposalView }) {
  const t = useText();
  const isReady = proposal.ready && (proposal.status === 'submitted' || proposal.status === 'in-formulation');
  return <Tag tone={isReady ? 'live' : TONES[proposal.status]}>{t(isReady ? 'p.proposal.ready' : `p.proposal.${proposal.status}`)}</Tag>;
}
