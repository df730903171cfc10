import { useState, type ReactNode } from 'react';
import { LIMITS, type EvidenceView, type PanelSlice, type ProposalView } from '@tegerek/contracts/wire';
import { useText } from '../../../i18n/provider.js';
import { useRefusal } from '../../../i18n/refusal.js';
import { useLiveSpace, useMe } from '../../../live/index.js';
import { useAct } from '../../../live/use-act.js';
import { Tag } from '../../../ui/badge.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { RefusalNote } from '../../../ui/field.js';
import { IconDownload, IconExternalLink } from '../../../ui/icons/index.js';
import { countCharacters, TextArea } from '../../../ui/text-field.js';
import { fileHref } from './send-file.js';

export interface EvidenceRights { contest: boolean; withdraw: (evidence: EvidenceView) => boolean }

export interface EvidenceListProps {
  slice: PanelSlice;
  proposal: ProposalView;
  rights: EvidenceRights;
  /** A person as this surface names them, with the group. */
  who: (seatId: string, groupId: string | null) => ReactNode;
}

export const evidenceOf = ({ evidence }: PanelSlice, { proposalId }: ProposalView): EvidenceView[] => Object.values(evidence).filter((each) => each.proposalId === proposalId).sort((a, b) => a.at - b.at);

/** Facts with their sources, and who doubts them. */
export function EvidenceList({ slice, proposal, rights, who }: EvidenceListProps) {
  const t = useText();
  const all = evidenceOf(slice, proposal);
  const isOpen = proposal.status === 'submitted' || proposal.status === 'in-formulation';
  if (all.length === 0) return null;
  return (
    <section className="stack-2">
      <h3 className="label">{t('draft.evidence.count', { n: all.length, contested: all.filter(({ contests }) => contests.length > 0).length })}</h3>
      <ol className="evidence">{all.map((each) => <Piece key={each.evidenceId} evidence={each} rights={isOpen ? rights : NONE} who={who} />)}</ol>
    </section>
  );
}

const NONE: EvidenceRights = { contest: false, withdraw: () => false };

function Piece({ evidence, rights, who }: { evidence: EvidenceView; rights: EvidenceRights; who: EvidenceListProps['who'] }) {
  const t = useText();
  const me = useMe();
  const act = useAct();
  const words = useRefusal();
  const { store } = useLiveSpace();
  const [isContesting, setContesting] = useState(false);
  const { evidenceId, claim, source, date, region, link, file, confidence, language, contests } = evidence;
  const mine = contests.some((each) => each.seatId === me?.seatId);
  return (
    <li className="stack-1">
      <p lang={language}><bdi>{claim}</bdi></p>
      <p className="meta-line" lang={language}><span><bdi>{[source, date, region].filter((part) => part !== '').join(', ')}</bdi></span></p>
      <p className="meta-line"><span>{t(`draft.confidence.${confidence}`)}</span>{who(evidence.seatId, evidence.groupId)}</p>
      {link === '' ? null : <a className="with-icon" href={link} target="_blank" rel="noopener noreferrer nofollow"><IconExternalLink /><span className="cut">{link.replace(/^https?:\/\//u, '')}</span></a>}
      {file === null ? null : <a className="with-icon" href={fileHref(store.get().space, file)} download={file.name}><IconDownload /><bdi className="cut">{file.name}</bdi></a>}
      {contests.map((each) => <p key={each.seatId} className="meta-line"><Tag tone="warn">{t('draft.evidence.contested')}</Tag>{who(each.seatId, each.groupId)}<span className="ink"><bdi>{each.reason}</bdi></span></p>)}
      <div className="row wrap">
        {rights.contest && !mine && evidence.seatId !== me?.seatId ? <Button mini kind="quiet" onClick={() => setContesting(true)}>{t('draft.evidence.contest')}</Button> : null}
        {rights.contest && mine ? <Button mini kind="quiet" busy={act.isBusy} onClick={() => { void act.run('evidence.uncontest', { evidenceId }); }}>{t('draft.evidence.uncontest')}</Button> : null}
        {rights.withdraw(evidence) ? <Button mini kind="quiet" busy={act.isBusy} onClick={() => { void act.run('evidence.withdraw', { evidenceId }); }}>{t('draft.evidence.withdraw')}</Button> : null}
      </div>
      {act.refusal === null || isContesting ? null : <RefusalNote>{words(act.refusal)}</RefusalNote>}
      {isContesting ? <ContestDialog evidenceId={evidenceId} onClose={() => setContesting(false)} /> : null}
    </li>
  );
}

function ContestDialog({ evidenceId, onClose }: { evidenceId: string; onClose: () => void }) {
  const t = useText();
  const words = useRefusal();
  const act = useAct();
  const [reason, setReason] = useState('');
  const send = async () => { if (await act.run('evidence.contest', { evidenceId, reason })) onClose(); };
  const isFit = reason.trim() !== '' && countCharacters(reason) <= LIMITS.reason;
  return (
    <Dialog isOpen onClose={onClose} title={t('draft.evidence.contest')} actions={<><Button kind="primary" busy={act.isBusy} disabled={!isFit} onClick={() => { void send(); }}>{t('draft.evidence.contest')}</Button><Button onClick={onClose}>{t('ui.cancel')}</Button></>}>
      <TextArea label={t('draft.evidence.reason')} hint={t('draft.evidence.reason.hint')} limit={LIMITS.reason} rows={3} value={reason} onChange={setReason} refusal={act.refusal?.path === 'reason' ? words(act.refusal) : undefined} />
      {act.refusal === null || act.refusal.path === 'reason' ? null : <RefusalNote>{words(act.refusal)}</RefusalNote>}
    </Dialog>
  );
}
