import type { CoreSlice, PanelHead, VoteHead } from '@tegerek/contracts/wire';
import { useText, type MessageKey } from '../../../i18n/index.js';
import { boxOf } from '@tegerek/rules';
import { useMe, usePressState } from '../../../live/index.js';
import { useMay } from '../../../surfaces/phone/kit/may.js';
import { myBallot, whyNot } from '../../../surfaces/phone/kit/votes.js';
import { useWho } from '../../../surfaces/phone/kit/who.js';
import { ButtonLink } from '../../../ui/button.js';

interface Step { key: MessageKey; screen: string; id?: string; isPrimary: boolean }

/** The one thing to do now, by what is open and by the panel's phase. */
function useStep({ core, panel, vote }: { core: CoreSlice; panel: PanelHead; vote: VoteHead | undefined }): Step {
  const me = useMe();
  const press = usePressState(vote === undefined ? '' : boxOf(vote));
  const may = useMay();
  if (vote !== undefined && me !== null) {
    const screen = vote.purpose === 'ranking' ? 'rank' : 'vote';
    if (whyNot(me, vote) !== null) return { key: 'p.act.read', screen, id: vote.voteId, isPrimary: false };
    const isCast = myBallot(me, press, boxOf(vote)) !== null;
    if (isCast) return { key: vote.purpose === 'ranking' ? 'p.act.rerank' : 'p.act.revote', screen, id: vote.voteId, isPrimary: false };
    return { key: vote.purpose === 'ranking' ? 'p.act.rank' : 'p.act.vote', screen, id: vote.voteId, isPrimary: true };
  }
  if (core.phase !== 'open') return { key: 'p.act.results', screen: 'results', isPrimary: false };
  return byPhase(panel, {
    ask: may('question.ask', { panel }) === null, speak: may('hand.raise', { panel }) === null, propose: may('proposal.submit', { panel }) === null,
  });
}

function byPhase(panel: PanelHead, can: { ask: boolean; speak: boolean; propose: boolean }): Step {
  if (panel.phase === 'formulation' && can.propose) return { key: 'p.act.propose', screen: 'propose', isPrimary: true };
  if (panel.phase === 'discussion' && can.speak) return { key: 'p.act.speak', screen: 'speak', isPrimary: true };
  if (panel.phase === 'open' && can.ask) return { key: 'p.act.ask', screen: 'ask', isPrimary: true };
  if (panel.phase === 'scheduled' && can.propose) return { key: 'p.act.propose', screen: 'propose', isPrimary: false };
  if (panel.phase === 'closed' || panel.phase === 'ranking') return { key: 'p.act.results', screen: 'results', isPrimary: false };
  return panel.phase === 'decision' || panel.phase === 'formulation'
    ? { key: 'p.act.proposals', screen: 'proposals', isPrimary: false }
    : { key: 'p.act.questions', screen: 'questions', isPrimary: false };
}

export function NowAction(props: { core: CoreSlice; panel: PanelHead; vote: VoteHead | undefined }) {
  const t = useText();
  const { path } = useWho();
  const { key, screen, id, isPrimary } = useStep(props);
  return <ButtonLink wide kind={isPrimary ? 'primary' : 'secondary'} href={path(screen, id)}>{t(key)}</ButtonLink>;
}
