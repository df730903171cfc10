import { useState } from 'react';
import type { ProposalView } from '@tegerek/contracts/wire';
import { useText } from '../../../i18n/index.js';
import { useMe, usePanel, usePending, type StoredCommand } from '../../../live/index.js';
import { useMay } from '../../../surfaces/phone/kit/may.js';
import { useCurrentPanel } from '../../../surfaces/phone/kit/panel.js';
import { PanelPicker } from '../../../surfaces/phone/kit/panel-head.js';
import { GroupOf, PersonName } from '../../../surfaces/phone/kit/person.js';
import { Screen } from '../../../surfaces/phone/kit/screen.js';
import { SentLine } from '../../../surfaces/phone/kit/sent.js';
import { useWho } from '../../../surfaces/phone/kit/who.js';
import { ButtonLink } from '../../../ui/button.js';
import { IconChevronRight, IconPlus } from '../../../ui/icons/index.js';
import { EmptyState } from '../../../ui/notes.js';
import { TextField } from '../../../ui/text-field.js';
import { ProposalStatusTag } from './proposal-status.js';

const MANY = 30;

/** Written here and not yet in the panel. */
function unsent(rows: readonly StoredCommand[], panelId: string, known: Readonly<Record<string, ProposalView>>): StoredCommand[] {
  return rows.filter((row) => {
    const payload = row.envelope.payload as { panelId?: string; proposalId?: string };
    return row.envelope.name === 'proposal.submit' && payload.panelId === panelId && known[payload.proposalId ?? ''] === undefined && row.state !== 'recorded';
  });
}

export default function ProposalsScreen() {
  const t = useText();
  const { path } = useWho();
  const me = useMe();
  const may = useMay();
  const pending = usePending();
  const { panel } = useCurrentPanel();
  const slice = usePanel(panel?.id ?? null);
  const [search, setSearch] = useState('');
  if (panel === null) return <Screen title={t('p.tab.proposals')} tab="proposals"><EmptyState title={t('p.noPanel')} /></Screen>;
  const all = Object.values(slice?.proposals ?? {}).sort((a, b) => a.number - b.number);
  const wanted = search.trim().toLowerCase();
  const found = all.filter(({ fields }) => wanted === '' || `${fields.title} ${fields.text}`.toLowerCase().includes(wanted));
  const waiting = unsent(pending.commands, panel.id, slice?.proposals ?? {});
  const canPropose = may('proposal.submit', { panel }) === null;
  return (
    <Screen
      title={t('p.proposals.title', { n: panel.number, count: all.length })} tab="proposals"
      action={canPropose ? <ButtonLink kind="primary" wide icon={<IconPlus />} href={path('propose')}>{t('p.act.propose')}</ButtonLink> : <p className="sm">{t(me?.groupId === null ? 'p.observer.only' : 'p.proposals.closed')}</p>}
    >
      <PanelPicker />
      {slice === undefined ? <p className="mute" role="status">{t('ui.loading')}</p> : null}
      {slice !== undefined && all.length + waiting.length === 0 ? <EmptyState title={t('p.proposals.none')}>{t(canPropose ? 'p.proposals.none.do' : 'p.proposals.none.wait')}</EmptyState> : null}
      {all.length > MANY ? <TextField label={t('ui.filter')} labelHidden type="search" placeholder={t('ui.filter')} value={search} onChange={setSearch} /> : null}
      <ul className="items">
        {waiting.map((row) => <Waiting key={row.id} row={row} />)}
        {found.map((proposal) => <Row key={proposal.proposalId} proposal={proposal} panelNumber={panel.number} />)}
      </ul>
    </Screen>
  );
}

function Waiting({ row }: { row: StoredCommand }) {
  const { fields } = row.envelope.payload as Pick<ProposalView, 'fields'>;
  return <li className="stack-2"><b><bdi>{fields.title === '' ? fields.text.slice(0, 120) : fields.title}</bdi></b><p className="meta-line"><SentLine row={row} /></p></li>;
}

function Row({ proposal, panelNumber }: { proposal: ProposalView; panelNumber: number }) {
  const t = useText();
  const { path } = useWho();
  const { fields } = proposal;
  return (
    <li>
      <a className="door" href={path('proposal', proposal.proposalId)}>
        <span>
          <span className="block" lang={proposal.language}><b>{t('p.proposal.number', { panel: panelNumber, n: proposal.number })}</b> <bdi>{fields.title === '' ? fields.text.slice(0, 160) : fields.title}</bdi></span>
          <span className="meta-line"><ProposalStatusTag proposal={proposal} /><GroupOf groupId={proposal.groupId} /><span><PersonName seatId={proposal.seatId} /></span></span>
        </span>
        <IconChevronRight />
      </a>
    </li>
  );
}
