import { useState } from 'react';
import type { DecisionRule, PaperCounts, PanelSlice, PileHead, VoteHead } from '@tegerek/contracts/wire';
import { boxOf } from '@tegerek/rules';
import { useText } from '../../../i18n/provider.js';
import { newId, useMe } from '../../../live/index.js';
import { useAct } from '../../../live/use-act.js';
import { Tag } from '../../../ui/badge.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import type { GroupView } from '../../../ui/group.js';
import { Segmented } from '../../../ui/radio-group.js';
import { SelectField } from '../../../ui/select-field.js';
import { sumOf } from '../../../ui/staff/outcome-words.js';
import { ActNote, fieldRefusal } from '../../../ui/staff/act-note.js';
import { ReasonDialog } from '../../../ui/staff/reason-dialog.js';
import { TextField } from '../../../ui/text-field.js';
import { CountFields, noCounts } from './paper-counts.js';
import { seatNumbers } from './paper-numbers.js';

interface Box { vote: VoteHead; slice: PanelSlice | undefined; groups: readonly GroupView[] }

/** Paper and hands of an open decision: who votes so, what was counted, and the second person's word. */
export function PaperDesk({ vote, slice, groups }: Box) {
  const t = useText();
  const isUsed = vote.piles.length > 0 || Object.values(vote.onPaper).some((n) => n > 0);
  return (
    <details className="box-q" open={isUsed}>
      <summary><b>{t('votes.paper')}</b></summary>
      <div className="stack-4">
        <p className="sm soft">{t('votes.paper.how')}</p>
        <MarkSeats vote={vote} slice={slice} groups={groups} />
        {isUsed ? <EnterPile vote={vote} slice={slice} groups={groups} /> : null}
        {vote.piles.length === 0 ? null : <ul className="piles">{vote.piles.map((pile) => <Pile key={pile.entryId} vote={vote} pile={pile} groups={groups} />)}</ul>}
      </div>
    </details>
  );
}

function MarkSeats({ vote, slice }: Box) {
  const t = useText();
  const act = useAct();
  const [text, setText] = useState('');
  const [isTried, setTried] = useState(false);
  const marked = slice?.paperSeats[boxOf(vote)] ?? [];
  const numbers = seatNumbers(text);
  const mark = async (onPaper: boolean) => {
    setTried(true);
    if (numbers === null) return;
    if (await act.run('paper.mark', { object: boxOf(vote), numbers, onPaper })) { setText(''); setTried(false); }
  };
  return (
    <div className="stack-2">
      <TextField compact label={t('votes.paper.seats')} hint={t('votes.paper.seats.hint')} value={text} onChange={setText} refusal={isTried && numbers === null ? t('votes.paper.seats.bad') : fieldRefusal(t, act.refusal, 'numbers')} />
      <div className="row"><Button mini busy={act.isBusy} onClick={() => { void mark(true); }}>{t('votes.paper.mark')}</Button>{marked.length === 0 ? null : <Button mini kind="quiet" onClick={() => { void mark(false); }}>{t('votes.paper.unmark')}</Button>}</div>
      <p className="sm">{marked.length === 0 ? t('votes.paper.nobody') : t('votes.paper.marked', { numbers: marked.join(', ') })}</p>
      <ActNote act={act} fields={['numbers']} />
    </div>
  );
}

const WAYS = ['paper', 'hands'] as const;

function EnterPile({ vote, groups }: Box) {
  const t = useText();
  const act = useAct();
  const [groupId, setGroup] = useState('');
  const [how, setHow] = useState<(typeof WAYS)[number]>('paper');
  const [counts, setCounts] = useState<PaperCounts>(noCounts);
  const possible = groups.filter((group) => (vote.onPaper[group.id] ?? 0) > 0);
  const chosen = possible.some((group) => group.id === groupId) ? groupId : possible[0]?.id ?? '';
  const held = vote.piles.filter((pile) => pile.groupId === chosen).reduce((sum, pile) => sum + pile.ballots, 0);
  const total = sumOf(counts);
  const save = async () => { if (await act.run('paper.enter', { entryId: newId(), object: boxOf(vote), groupId: chosen, how, counts })) setCounts(noCounts()); };
  return (
    <fieldset className="bare stack-2">
      <legend><h3>{t('votes.paper.enter')}</h3></legend>
      <div className="form-2">
        <SelectField compact label={t('votes.paper.group')} placeholder={null} value={chosen} onChange={setGroup} options={possible.map((group) => ({ value: group.id, label: group.name }))} />
        <Segmented label={t('votes.paper.way')} value={how} onChange={setHow} options={WAYS.map((way) => ({ value: way, label: t(`votes.paper.way.${way}`) }))} />
      </div>
      <CountFields rule={vote.rule as DecisionRule} value={counts} onChange={setCounts} />
      <div className="row"><Button mini busy={act.isBusy} disabled={!(total > 0) || chosen === ''} onClick={() => { void save(); }}>{t('votes.paper.save')}</Button><span className="sm soft">{Number.isNaN(total) ? null : t('votes.paper.total', { n: total, room: (vote.onPaper[chosen] ?? 0) - held })}</span></div>
      <ActNote act={act} />
    </fieldset>
  );
}

function Pile({ vote, pile, groups }: { vote: VoteHead; pile: PileHead; groups: readonly GroupView[] }) {
  const t = useText();
  const me = useMe();
  const [asks, setAsks] = useState<'confirm' | 'withdraw' | null>(null);
  const name = groups.find((group) => group.id === pile.groupId)?.name ?? '';
  const isMine = me?.number === pile.enteredBy;
  return (
    <li>
      <span className="grow">{t(`votes.paper.pile.${pile.how}`, { group: name, n: pile.ballots })} <span className="sm soft">{t('votes.paper.by', { entered: String(pile.enteredBy) })}{pile.confirmedBy === null ? '' : `, ${t('votes.paper.confirmed', { confirmed: String(pile.confirmedBy) })}`}</span></span>
      {pile.confirmedBy === null ? <Tag tone="warn">{t('votes.paper.wait')}</Tag> : null}
      {pile.confirmedBy === null && !isMine ? <Button mini aria-label={t('votes.paper.confirm.of', { group: name })} onClick={() => setAsks('confirm')}>{t('votes.paper.confirm')}</Button> : null}
      {pile.confirmedBy === null && isMine ? <span className="sm soft">{t('votes.paper.mine')}</span> : null}
      <Button mini kind="quiet" onClick={() => setAsks('withdraw')}>{t('votes.paper.withdraw')}</Button>
      {asks === 'confirm' ? <ConfirmDialog vote={vote} pile={pile} name={name} onClose={() => setAsks(null)} /> : null}
      {asks === 'withdraw' ? <WithdrawDialog pile={pile} onClose={() => setAsks(null)} /> : null}
    </li>
  );
}

/** The second person's own count; the first one's figures are on nobody's screen. */
function ConfirmDialog({ vote, pile, name, onClose }: { vote: VoteHead; pile: PileHead; name: string; onClose: () => void }) {
  const t = useText();
  const act = useAct();
  const [counts, setCounts] = useState<PaperCounts>(noCounts);
  const confirm = () => { void act.run('paper.confirm', { entryId: pile.entryId, counts }).then((done) => { if (done) onClose(); }); };
  return (
    <Dialog isOpen onClose={onClose} title={t('votes.paper.confirm.of', { group: name })} actions={<><Button kind="primary" busy={act.isBusy} disabled={Number.isNaN(sumOf(counts))} onClick={confirm}>{t('votes.paper.confirm')}</Button><Button onClick={onClose}>{t('ui.cancel')}</Button></>}>
      <p className="soft">{t('votes.paper.confirm.hint')}</p>
      <CountFields rule={vote.rule as DecisionRule} value={counts} onChange={setCounts} />
      <ActNote act={act} />
    </Dialog>
  );
}

function WithdrawDialog({ pile, onClose }: { pile: PileHead; onClose: () => void }) {
  const t = useText();
  const act = useAct();
  return <ReasonDialog title={t('votes.paper.withdraw.title')} effect={t('votes.paper.withdraw.effect')} label={t('votes.paper.withdraw.reason')} confirm={t('votes.paper.withdraw')} kind="danger" act={act} onClose={onClose} onConfirm={(reason) => act.run('paper.withdraw', { entryId: pile.entryId, reason })} />;
}
