import type { CoreSlice, ScreenView } from '@tegerek/contracts/wire';
import { ProjectorFrame } from '../../../ui/layouts/projector-frame.js';
import { useGroupViews } from '../../../ui/staff/group-views.js';
import { AgendaView } from './agenda-view.js';
import { PollView } from './poll-views.js';
import { JoinView, ProgrammeView, ProposalView, QuestionView, SpeakerView, TextView } from './views.js';
import { VoteView } from './vote-views.js';
import './hall.css';

export interface HallViewProps {
  core: CoreSlice;
  /** The screen's panel; null: a screen of the whole dialogue. */
  panelId: string | null;
  view: ScreenView;
  slug: string;
}

/** What a screen of the hall shows: the screen itself and the console's preview draw this. */
export function HallView({ core, panelId, view, slug }: HallViewProps) {
  const groups = useGroupViews(core.groups);
  const panel = panelId === null ? undefined : core.panels[panelId];
  const props = { core, panel, groups };
  switch (view.kind) {
    case 'programme': return <ProgrammeView {...props} />;
    case 'blank': return <ProjectorFrame>{null}</ProjectorFrame>;
    case 'agenda': return <AgendaView core={core} panelId={view.panelId} />;
    case 'join': return <JoinView {...props} slug={slug} />;
    case 'break': case 'text': return <TextView {...props} view={view} />;
    case 'question': return <QuestionView {...props} view={view} />;
    case 'speaker': return <SpeakerView {...props} view={view} />;
    case 'proposal': return <ProposalView {...props} view={view} />;
    case 'poll': return <PollView {...props} panelId={view.panelId} pollId={view.pollId} slug={slug} />;
    case 'vote': {
      const vote = core.votes[view.voteId];
      return vote === undefined ? <ProgrammeView {...props} /> : <VoteView {...props} vote={vote} />;
    }
  }
}
