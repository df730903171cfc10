import { useMemo, type ReactNode } from 'react';
import type { AmendmentView, PanelSlice, ProposalView } from '@tegerek/contracts/wire';
import { useText } from '../../../i18n/provider.js';
import { useRefusal } from '../../../i18n/refusal.js';
import { useMe } from '../../../live/index.js';
import { useAct } from '../../../live/use-act.js';
import { Tag, type TagTone } from '../../../ui/badge.js';
import { Button } from '../../../ui/button.js';
import { RefusalNote } from '../../../ui/field.js';
import { TextDiff } from './field-diffs.js';
import { orderAmendments } from './order-amendments.js';

export interface AmendmentsProps {
  slice: PanelSlice;
  proposal: ProposalView;
  /** The author until it is taken up, then staff. */
  mayDecide: boolean;
  who: (seatId: string, groupId: string | null) => ReactNode;
}

/** Changes suggested to a text, each as it would change what stands there now; competing ones furthest first. */
export function Amendments({ slice, proposal, mayDecide, who }: AmendmentsProps) {
  const t = useText();
  const all = useMemo(() => orderAmendments(Object.values(slice.amendments).filter((each) => each.proposalId === proposal.proposalId), proposal.fields), [slice.amendments, proposal]);
  const open = all.filter(({ status }) => status === 'open');
  if (all.length === 0) return null;
  return (
    <section className="stack-2">
      <h3 className="label">{t('draft.amendments', { n: open.length })}</h3>
      {open.length > 1 ? <p className="sm soft">{t('draft.amendments.order')}</p> : null}
      <ol className="evidence">{all.map((each) => <Suggested key={each.amendmentId} amendment={each} proposal={proposal} mayDecide={mayDecide} who={who} />)}</ol>
    </section>
  );
}

const TONES: Record<AmendmentView['status'], TagTone> = { open: 'live', accepted: 'ok', declined: 'bad', withdrawn: 'plain', voting: 'live', adopted: 'ok', rejected: 'bad', fell: 'plain' };

function Suggested({ amendment, proposal, mayDecide, who }: { amendment: AmendmentView } & Omit<AmendmentsProps, 'slice'>) {
  const t = useText();
  const me = useMe();
  const act = useAct();
  const words = useRefusal();
  const { amendmentId, field, text, reason, status, answer } = amendment;
  const isOpen = status === 'open' && (proposal.status === 'submitted' || proposal.status === 'in-formulation');
  return (
    <li className="stack-1">
      <p className="meta-line"><b className="ink">{t(`draft.field.${field}`)}</b><Tag tone={TONES[status]}>{t(`draft.amendment.${status}`)}</Tag>{who(amendment.seatId, amendment.groupId)}</p>
      {status === 'open' ? <TextDiff before={proposal.fields[field] ?? ''} after={text} lang={proposal.language} /> : <p lang={proposal.language} className="clamp-3"><bdi>{text}</bdi></p>}
      {reason === '' ? null : <p className="sm"><bdi>{reason}</bdi></p>}
      {answer === '' ? null : <p className="sm">{t('draft.amendment.answer')} <bdi>{answer}</bdi></p>}
      {isOpen ? (
        <div className="row wrap">
          {mayDecide ? <Button mini busy={act.isBusy} onClick={() => { void act.run('amendment.accept', { amendmentId, text: null }, { rev: proposal.rev }); }}>{t('draft.amendment.accept')}</Button> : null}
          {mayDecide ? <Button mini kind="quiet" busy={act.isBusy} onClick={() => { void act.run('amendment.decline', { amendmentId, reason: '' }); }}>{t('draft.amendment.decline')}</Button> : null}
          {amendment.seatId === me?.seatId ? <Button mini kind="quiet" busy={act.isBusy} onClick={() => { void act.run('amendment.withdraw', { amendmentId }); }}>{t('draft.amendment.withdraw')}</Button> : null}
        </div>
      ) : null}
      {act.refusal === null ? null : <RefusalNote>{words(act.refusal)}</RefusalNote>}
    </li>
  );
}
