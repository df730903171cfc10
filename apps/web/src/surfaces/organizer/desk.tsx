import { useEffect, useState } from 'react';
import type { CoreSlice } from '@tegerek/contracts/wire';
import { PeopleTable } from '../../features/people/organizer/people-table.js';
import { ResolutionDesk } from '../../features/resolutions/organizer/resolution-desk.js';
import type { SeatSession } from '../../features/sessions/organizer/session.js';
import { RuleEditor } from '../../features/votes/organizer/rule-editor.js';
import { useFormat, useI18n, useText } from '../../i18n/provider.js';
import { textOf } from '../../i18n/text.js';
import { LiveProvider, useConnection, useCore, useMe, useOpenSpace } from '../../live/index.js';
import { OrganizerFrame } from '../../ui/layouts/organizer-frame.js';
import { NetworkLine } from '../../ui/network-line.js';
import { EmptyState } from '../../ui/notes.js';
import { RefusalNote } from '../../ui/field.js';
import { refusalText } from '../../i18n/refusal.js';
import { useGroupViews } from '../../ui/staff/group-views.js';
import { useMay } from '../../ui/staff/use-may.js';
import { useDialogueZone } from '../../ui/use-dialogue-zone.js';
import { Day } from './day.js';
import { Prepare } from './prepare.js';
import './organizer.css';

const SECTIONS = ['day', 'setup', 'people', 'rule', 'resolution'] as const;
type Section = (typeof SECTIONS)[number];

const sectionNow = (): Section => SECTIONS.find((each) => `#${each}` === location.hash) ?? 'day';

function useSection(): Section {
  const [section, setSection] = useState(sectionNow);
  useEffect(() => {
    const follow = () => { setSection(sectionNow()); scrollTo(0, 0); };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return section;
}

function Body({ core, section, slug }: { core: CoreSlice; section: Section; slug: string }) {
  const groups = useGroupViews(core.groups);
  const may = useMay(null);
  const hrefOf = (to: Section) => `#${to}`;
  switch (section) {
    case 'day': return <Day core={core} groups={groups} may={may} slug={slug} hrefOf={hrefOf} />;
    case 'setup': return <Prepare core={core} may={may} hrefOf={hrefOf} />;
    case 'people': return <PeopleTable core={core} groups={groups} may={may} />;
    case 'rule': return core.rule === null ? null : <RuleEditor core={core} rule={core.rule} groups={groups} mayEdit={may('dialogue.set-rule')} />;
    case 'resolution': return <ResolutionDesk core={core} may={may} />;
  }
}

function Sections({ slug }: { slug: string }) {
  const t = useText();
  const { date } = useFormat();
  const { locale } = useI18n();
  const core = useCore();
  const me = useMe();
  const section = useSection();
  const { status, lostAt, isPortal, refusal } = useConnection();
  useDialogueZone();
  const about = core?.setup === null || core === null ? null : <>{textOf(core.setup.title, locale).text} · {date(core.setup.date, 'short')}</>;
  const isOrganizer = me?.roles.includes('organizer') === true;
  return (
    <OrganizerFrame sections={SECTIONS.map((id) => ({ id, label: t(`desk.section.${id}`), href: `#${id}` }))} current={section} about={<span className="about-line">{about}</span>} homeHref="/organizer">
      <NetworkLine lostAt={lostAt} isPortal={isPortal} />
      {status === 'diverged' ? <RefusalNote>{t('console.net.diverged')}</RefusalNote> : null}
      {status === 'closed' && refusal !== null ? <RefusalNote>{refusalText(t, refusal)}</RefusalNote> : null}
      {core === null || me === null ? <p className="mute" role="status">{t('ui.loading')}</p> : isOrganizer ? <Body core={core} section={section} slug={slug} /> : <EmptyState title={t('desk.not-organizer')}>{t('desk.not-organizer-hint')} <a href={`/console/${slug}`}>{t('console.door')}</a></EmptyState>}
    </OrganizerFrame>
  );
}

/** The desk of one dialogue. */
export function Desk({ seat }: { seat: SeatSession }) {
  const space = useOpenSpace({ space: seat.dialogueId, as: 'facilitator', actor: seat.seatId });
  return <LiveProvider space={space}><Sections slug={seat.slug} /></LiveProvider>;
}
