import { useState } from 'react';
import type { CoreSlice, PanelHead, PanelSlice, ScreenRequest, ScreenView } from '@tegerek/contracts/wire';
import { useI18n, useText } from '../../../i18n/provider.js';
import { Tag } from '../../../ui/badge.js';
import { Button } from '../../../ui/button.js';
import { IconArrowNarrowRight, IconDeviceProjector, IconKeyboard, IconPlus, IconScreenShare } from '../../../ui/icons/index.js';
import { ActNote } from '../../../ui/staff/act-note.js';
import { usePersonName } from '../../../ui/staff/person.js';
import type { Show } from '../../../ui/staff/use-show.js';
import { PairDialog } from './pair-dialog.js';
import { TextDialog } from './text-dialog.js';
import { isSameView, viewWords, type ViewWords } from './view-words.js';

export type HallAct = 'pair' | 'text' | 'break' | null;

export interface Candidate { key: string; request: ScreenRequest; view: ScreenView }

/** What could be shown next, the most fitting first. */
export function candidatesOf(core: CoreSlice, panel: PanelHead, slice: PanelSlice | undefined, focus: ScreenRequest | null, speaker: string): Candidate[] {
  const list: Candidate[] = [];
  const add = (request: ScreenRequest, view: ScreenView) => list.push({ key: JSON.stringify(request), request, view });
  const votes = Object.values(core.votes).filter((vote) => vote.panelId === panel.id && vote.state !== 'void').sort((a, b) => b.openedAt - a.openedAt);
  const addVote = ({ voteId }: { voteId: string }) => add({ kind: 'vote', voteId }, { kind: 'vote', voteId });
  const open = votes.find((vote) => vote.state !== 'closed');
  if (open !== undefined) addVote(open);
  const ready = panel.phase === 'decision' ? Object.values(slice?.proposals ?? {}).filter((each) => each.status === 'in-formulation' && each.ready).sort((a, b) => a.number - b.number)[0] : undefined;
  const proposalId = focus?.kind === 'proposal' ? focus.proposalId : ready?.proposalId;
  const proposal = proposalId === undefined ? undefined : slice?.proposals[proposalId];
  if (proposal !== undefined) add({ kind: 'proposal', proposalId: proposal.proposalId }, { kind: 'proposal', proposalId: proposal.proposalId, number: `${panel.number}.${proposal.number}`, language: proposal.language, fields: proposal.fields });
  for (const vote of votes.slice(0, 4)) if (vote !== open) addVote(vote);
  if (panel.turn !== null) add({ kind: 'speaker', panelId: panel.id }, { kind: 'speaker', panelId: panel.id, turnId: panel.turn.turnId, name: speaker, organisation: '', groupId: panel.turn.groupId });
  add({ kind: 'join' }, { kind: 'join' });
  add({ kind: 'programme' }, { kind: 'programme' });
  return list;
}

function MiniScreen({ words, isLive }: { words: ViewWords; isLive: boolean }) {
  return <div className={isLive ? 'screen-mini live' : 'screen-mini'} aria-hidden>{words.big === '' ? null : <b>{words.big}</b>}<span className="clamp-3">{words.small}</span></div>;
}

export interface HallFootProps {
  core: CoreSlice;
  panel: PanelHead;
  slice: PanelSlice | undefined;
  focus: ScreenRequest | null;
  show: Show;
  mayShow: boolean;
  mayPair: boolean;
  open: HallAct;
  setOpen: (act: HallAct) => void;
  onHelp: () => void;
  /** So that the key P shows what is chosen here. */
  bindShow: (act: () => void) => void;
}

/** The hall's screens: what they show, what would come, and how to send it. */
export function HallFoot({ core, panel, slice, focus, show, mayShow, mayPair, open, setOpen, onHelp, bindShow }: HallFootProps) {
  const t = useText();
  const { locale } = useI18n();
  const speaker = usePersonName(panel.turn?.seatId ?? null);
  const [chosen, setChosen] = useState('');
  const candidates = candidatesOf(core, panel, slice, focus, speaker);
  const next = candidates.find((each) => each.key === chosen) ?? candidates.find((each) => !isSameView(show.shown, each.request)) ?? candidates[0];
  const screens = Object.values(core.screens).filter((screen) => screen.panelId === panel.id);
  const send = () => { if (next !== undefined && mayShow) { show.show(next.request); setChosen(''); } };
  bindShow(send);
  const live = viewWords(t, show.shown, core, locale);
  return (
    <>
      <MiniScreen words={live} isLive={show.shown !== null} />
      <div className="foot-words"><Tag tone="live" icon={<IconDeviceProjector />}>{t('console.screen.live')}</Tag><p className="sm soft">{screens.length === 0 ? t('console.screen.none') : live.kind}</p></div>
      {mayShow && next !== undefined ? (
        <>
          <IconArrowNarrowRight />
          <span className="opt"><MiniScreen words={viewWords(t, next.view, core, locale)} isLive={false} /></span>
          <label className="foot-words foot-choice"><span className="sm soft">{t('console.screen.preview')}</span>
            <select className="input" value={next.key} onChange={(event) => setChosen(event.target.value)}>{candidates.map((each) => <option key={each.key} value={each.key}>{viewWords(t, each.view, core, locale).kind}</option>)}</select>
          </label>
        </>
      ) : null}
      <span className="end foot-note"><ActNote act={show.act} /></span>
      {mayPair ? <Button kind="quiet" icon={<IconPlus />} aria-label={t('console.screen.pair')} title={t('console.screen.pair')} onClick={() => setOpen('pair')} /> : null}
      {mayShow ? <><Button kbd="B" onClick={() => setOpen('break')}>{t('console.screen.break')}</Button><Button className="opt" onClick={() => setOpen('text')}>{t('console.screen.text')}</Button><Button icon={<IconScreenShare />} kbd="P" busy={show.act.isBusy} onClick={send}>{t('console.show-hall')}</Button></> : null}
      <Button kind="quiet" icon={<IconKeyboard />} aria-label={t('console.keys')} title={t('console.keys')} onClick={onHelp} />
      {open === 'pair' ? <PairDialog core={core} panelId={panel.id} onClose={() => setOpen(null)} /> : null}
      {open === 'break' || open === 'text' ? <TextDialog core={core} kind={open} show={show} onClose={() => setOpen(null)} /> : null}
    </>
  );
}
