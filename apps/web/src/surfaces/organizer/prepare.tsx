import { useState } from 'react';
import type { CoreSlice, PanelHead, PanelSetup } from '@tegerek/contracts/wire';
import { Checklist, type CheckPoint } from '../../features/dialogues/organizer/checklist.js';
import { GroupsEditor } from '../../features/dialogues/organizer/groups-editor.js';
import { PhaseActs } from '../../features/dialogues/organizer/phase-acts.js';
import { SetupForm } from '../../features/dialogues/organizer/setup-form.js';
import { emptyPanel } from '../../features/dialogues/organizer/templates.js';
import { PanelDialog } from '../../features/panels/organizer/panel-dialog.js';
import { ReadyForTomorrow } from '../../features/ready/organizer/ready.js';
import { Rehearsals } from '../../features/rehearsals/organizer/rehearsals.js';
import { MultilingualText } from '../../i18n/rich.js';
import { useText } from '../../i18n/provider.js';
import { Button } from '../../ui/button.js';
import { IconPlus } from '../../ui/icons/index.js';
import { EmptyState } from '../../ui/notes.js';
import { PersonName } from '../../ui/staff/person.js';
import type { May } from '../../ui/staff/use-may.js';

function PanelLine({ panel, mayEdit, onEdit }: { panel: PanelHead; mayEdit: boolean; onEdit: () => void }) {
  const t = useText();
  const people = [...panel.moderators, ...panel.rapporteurs];
  return (
    <li>
      <span className="num">{panel.startsAt ?? '·'}</span>
      <span><b>{panel.number}. <MultilingualText value={panel.title} /></b><br /><span className="sm mute"><MultilingualText value={panel.hall} /></span></span>
      <span className="sm">{people.length === 0 ? <span className="mute">{t('desk.panel.nobody')}</span> : people.map((seatId, index) => <span key={seatId}>{index > 0 ? ', ' : ''}<PersonName seatId={seatId} /></span>)}</span>
      {mayEdit && panel.phase !== 'closed' ? <Button mini onClick={onEdit} aria-label={t('desk.panel.edit', { n: panel.number })}>{t('desk.change')}</Button> : null}
    </li>
  );
}

function Programme({ core, mayEdit }: { core: CoreSlice; mayEdit: boolean }) {
  const t = useText();
  const [edited, setEdited] = useState<{ panel: PanelSetup; isNew: boolean } | null>(null);
  const panels = Object.values(core.panels).sort((a, b) => a.number - b.number);
  const add = () => setEdited({ panel: emptyPanel(1 + Math.max(0, ...panels.map((panel) => panel.number)), {}), isNew: true });
  return (
    <section className="stack-3">
      <div className="row"><h2 className="grow">{t('desk.panels')}</h2>{mayEdit ? <Button mini kind="quiet" icon={<IconPlus />} onClick={add}>{t('desk.panel.add')}</Button> : null}</div>
      {panels.length === 0 ? <EmptyState title={t('desk.panels.empty')}>{t('desk.panels.empty-hint')}</EmptyState> : null}
      <ol className="panel-rows">{panels.map((panel) => <PanelLine key={panel.id} panel={panel} mayEdit={mayEdit} onEdit={() => setEdited({ panel, isNew: false })} />)}</ol>
      {edited === null ? null : <PanelDialog key={edited.panel.id} core={core} panel={edited.panel} isNew={edited.isNew} onClose={() => setEdited(null)} />}
    </section>
  );
}

/** Set-up beside its checklist. */
export function Prepare({ core, may, hrefOf }: { core: CoreSlice; may: May; hrefOf: (section: CheckPoint['section']) => string }) {
  const t = useText();
  return (
    <div className="prepare">
      <div>
        <div className="head-line"><h1 className="grow">{t('desk.setup')}</h1></div>
        <Programme core={core} mayEdit={may('panel.set')} />
        {core.phase === 'draft' || core.phase === 'open' ? <div className="section-gap"><ReadyForTomorrow core={core} /></div> : null}
        {core.rehearsal || Object.keys(core.panels).length === 0 ? null : <div className="section-gap"><Rehearsals core={core} /></div>}
        <div className="section-gap"><GroupsEditor core={core} mayEdit={may('dialogue.set-groups')} /></div>
        <div className="section-gap stack-3"><h2>{t('desk.about')}</h2>{core.setup === null ? null : <SetupForm core={core} setup={core.setup} mayEdit={may('dialogue.edit')} />}</div>
      </div>
      <aside><Checklist core={core} hrefOf={hrefOf} /><PhaseActs core={core} mayOpen={may('dialogue.open')} mayClose={false} isPrimary={false} /></aside>
    </div>
  );
}
