import { useState } from 'react';
import { LIMITS, type DecisionRule, type VoteHead } from '@tegerek/contracts/wire';
import { useFormat, useText } from '../../../i18n/index.js';
import type { Translate } from '../../../i18n/translate.js';
import { boxOf } from '@tegerek/rules';
import { useCore, useDraft, useMe, usePress, usePressState, useServerNow } from '../../../live/index.js';
import { RuleWords } from '../../../surfaces/phone/kit/rule-words.js';
import { Screen } from '../../../surfaces/phone/kit/screen.js';
import { SentLine } from '../../../surfaces/phone/kit/sent.js';
import { Turnout } from '../../../surfaces/phone/kit/turnout.js';
import { isOpen, listedChoice, myBallot, receiptMark, togetherWith, whyNot, type MyBallot } from '../../../surfaces/phone/kit/votes.js';
import { useWho } from '../../../surfaces/phone/kit/who.js';
import { Tag } from '../../../ui/badge.js';
import { Button, ButtonLink } from '../../../ui/button.js';
import { IconCheck, IconMinus, IconReceipt, IconX } from '../../../ui/icons/index.js';
import { EmptyState, Note } from '../../../ui/notes.js';
import { RadioGroup, type RadioOption } from '../../../ui/radio-group.js';
import { TextArea } from '../../../ui/text-field.js';
import { CHOICE_WORDS, CONSENT, CONSENT_NOTES, YES_NO, type Choice } from './choices.js';
import { AgendaItems } from './agenda-items.js';
import { FullText, VoteText } from './vote-text.js';

const ICONS: Partial<Record<Choice, RadioOption<Choice>['icon']>> = { yes: <IconCheck />, no: <IconX />, abstain: <IconMinus /> };

export default function VoteScreen({ id }: { id: string | null }) {
  const t = useText();
  const core = useCore();
  const { path } = useWho();
  const vote = core?.votes[id ?? ''];
  if (vote === undefined) return <Screen title={t('p.vote.title', { number: '' })} tab="now" back="now"><EmptyState title={t('p.gone')} /></Screen>;
  if (vote.state === 'closed' || vote.state === 'void') {
    return (
      <Screen title={titleOf(t, vote)} tab="now" back="now" action={vote.state === 'closed' ? <ButtonLink kind="primary" wide href={path('result', vote.voteId)}>{t('p.result.see')}</ButtonLink> : undefined}>
        <Over vote={vote} />
      </Screen>
    );
  }
  return <Ballot key={vote.voteId} vote={vote} />;
}

const titleOf = (t: Translate, { amendment, number }: VoteHead): string => t(amendment === null ? 'p.vote.title' : 'amend.vote', { number });

/** After the close: whether what I sent was counted. */
function Over({ vote }: { vote: VoteHead }) {
  const t = useText();
  const press = usePressState(boxOf(vote));
  const isLate = press?.state === 'not-counted';
  return (
    <>
      <VoteText vote={vote} />
      <p className="rule" role="status"><Tag tone={vote.state === 'void' ? 'warn' : 'ok'}>{t(vote.pulledOut ? 'p.agenda.pulled' : vote.state === 'void' ? 'p.vote.void' : 'p.vote.closed')}</Tag></p>
      {vote.voidReason === null || vote.voidReason === '' ? null : <p className="soft"><bdi>{vote.voidReason}</bdi></p>}
      {isLate ? <Note>{t('p.vote.late')}</Note> : null}
    </>
  );
}

function Ballot({ vote }: { vote: VoteHead }) {
  const t = useText();
  const me = useMe();
  const core = useCore();
  const press = usePress();
  const { draftKey } = useWho();
  const box = boxOf(vote);
  const row = usePressState(box);
  const ballot = myBallot(me, row, box);
  const [isChanging, setChanging] = useState(false);
  const draft = useDraft<Choice | null>(draftKey(`vote/${box}`), null);
  const why = useDraft<string>(draftKey(`block/${box}`), '');
  const reason = me === null ? null : whyNot(me, vote);
  const rule = vote.rule as DecisionRule;
  const choices: readonly Choice[] = rule.ballot === 'consent-scale' ? CONSENT : YES_NO;
  const together = core === null ? [vote] : togetherWith(core, vote);
  const isAgenda = vote.agendaId !== null;
  const title = isAgenda ? t('p.agenda.title') : titleOf(t, vote);
  const text = isAgenda ? <AgendaItems votes={together} /> : <VoteText vote={vote} />;
  if (reason !== null) return <Screen title={title} tab="now" back="now"><StateTag vote={vote} />{isAgenda ? text : <VoteText vote={vote} isFull />}<Note kind="info">{t(`p.vote.why.${reason}`)}</Note><Turnout vote={vote} /></Screen>;
  if (ballot !== null && !isChanging && ballot.state !== 'refused') {
    const change = () => { draft.set(listedChoice(ballot.choice) as Choice); why.set((ballot.choice as { reason?: string } | null)?.reason ?? ''); setChanging(true); };
    return (
      <Screen title={title} tab="now" back="now" action={<Button wide onClick={change}>{t('p.act.revote')}</Button>}>
        <StateTag vote={vote} />{text}{isAgenda ? null : <FullText vote={vote} />}<Receipt ballot={ballot} /><div className="rule pull"><Turnout vote={vote} lead={t('p.vote.resultLater')} /></div>
      </Screen>
    );
  }
  const chosen = draft.value;
  const isUnsaid = chosen === 'block' && (why.value.trim() === '' || [...why.value].length > LIMITS.reason);
  const cast = async () => {
    if (chosen === null || isUnsaid) return;
    await press('ballot.cast', box, chosen === 'block' ? { choice: 'block', reason: why.value } : chosen);
    draft.clear();
    why.clear();
    setChanging(false);
  };
  const words = chosen === null ? t('p.vote.choose') : isUnsaid ? t('p.vote.block.say') : t(isAgenda ? 'p.agenda.cast' : 'p.vote.cast', { choice: t(CHOICE_WORDS[chosen]), n: together.length });
  return (
    <Screen
      title={title} tab="now" back="now"
      action={<><p className="sm">{t('p.vote.listed')}</p><Button kind="primary" wide disabled={chosen === null || isUnsaid} onClick={() => { void cast(); }}>{words}</Button></>}
    >
      <StateTag vote={vote} />
      {text}
      <SentLine row={row?.state === 'refused' ? row : undefined} />
      <RadioGroup label={t('p.vote.yours')} labelHidden options={choices.map((choice) => ({ value: choice, label: t(CHOICE_WORDS[choice]), icon: ICONS[choice], ...(CONSENT_NOTES[choice] === undefined ? {} : { note: t(CONSENT_NOTES[choice]) }) }))} value={chosen} onChange={draft.set} />
      {chosen === 'block' ? <TextArea label={t('p.vote.block.reason')} hint={t('p.vote.block.hint')} rows={3} limit={LIMITS.reason} value={why.value} onChange={why.set} /> : null}
      {isAgenda ? null : <FullText vote={vote} />}
      <div className="sm soft"><RuleWords rule={rule} /><p>{t('p.vote.changeable')}</p></div>
    </Screen>
  );
}

function StateTag({ vote }: { vote: VoteHead }) {
  const t = useText();
  const { duration } = useFormat();
  const now = useServerNow();
  if (vote.state === 'closing') return <p role="status"><Tag tone="warn">{t('p.vote.closingIn', { time: duration(Math.max(0, (vote.closesAt ?? now) - now)) })}</Tag></p>;
  return isOpen(vote) ? <p><Tag tone="live">{t('p.vote.open')}</Tag></p> : null;
}

/** What stands on the server for me, or where it is. */
export function Receipt({ ballot }: { ballot: MyBallot }) {
  const t = useText();
  const { time } = useFormat();
  const { path } = useWho();
  if (ballot.state === 'not-counted') return <Note>{t('p.vote.late')}</Note>;
  const isIn = ballot.state === 'recorded';
  const listed = listedChoice(ballot.choice);
  const choice = typeof listed === 'string' && listed in CHOICE_WORDS ? t(CHOICE_WORDS[listed as Choice]) : null;
  const { reason } = (ballot.choice ?? {}) as { reason?: string };
  return (
    <div className="rule stack-3">
      <p className="row">{isIn ? <span className="send ok big-send" role="status"><IconCheck />{t('p.vote.in')}</span> : <SentLine row={{ state: ballot.state, refusal: ballot.refusal }} />}{ballot.settledAt === null ? null : <span className="mute sm end">{time(ballot.settledAt)}</span>}</p>
      {choice === null ? null : <p>{t('p.vote.yourChoice')} <b>{choice}</b></p>}
      {reason === undefined ? null : <p className="soft preline"><bdi>{reason}</bdi></p>}
      {isIn && ballot.number !== null ? <p>{t('p.vote.number')} <b className="num">{ballot.number}</b>. {t('p.vote.number.do')}</p> : null}
      {isIn && ballot.hash !== null ? <p className="sm soft">{t('p.vote.receipt')} <span className="num" translate="no">{receiptMark(ballot.hash)}</span></p> : null}
      {isIn ? <a className="row sm" href={path('mine')}><IconReceipt />{t('p.vote.receipts')}</a> : <p className="sm soft">{t('p.vote.queued')}</p>}
    </div>
  );
}
