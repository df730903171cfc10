import type { PanelHead } from '@tegerek/contracts/wire';
import { MultilingualText, textOf, useFormat, useI18n, useText } from '../../../i18n/index.js';
import { useCore, useDirectory } from '../../../live/index.js';
import { byNumber, useCurrentPanel } from '../../../surfaces/phone/kit/panel.js';
import { go } from '../../../surfaces/phone/kit/route.js';
import { Screen } from '../../../surfaces/phone/kit/screen.js';
import { useWho } from '../../../surfaces/phone/kit/who.js';
import { Tag } from '../../../ui/badge.js';
import { Button } from '../../../ui/button.js';

export default function ProgrammeScreen() {
  const t = useText();
  const { date } = useFormat();
  const core = useCore();
  if (core === null) return null;
  const { setup } = core;
  return (
    <Screen title={t('p.programme')} tab="more" back="more">
      {setup === null ? null : (
        <div className="stack-2">
          <p className="over">{date(setup.date, 'weekday')} · <MultilingualText value={setup.place} /></p>
          <h2><MultilingualText value={setup.title} /></h2>
          {setup.goals.length === 0 ? null : <><h2 className="label">{t('p.programme.goals')}</h2><ol className="numbered">{setup.goals.map((goal, index) => <li key={index}><MultilingualText value={goal} /></li>)}</ol></>}
        </div>
      )}
      <ul className="items rule">{byNumber(Object.values(core.panels)).map((panel) => <Panel key={panel.id} panel={panel} />)}</ul>
      {setup === null || setup.contacts.length === 0 ? null : <Contacts />}
    </Screen>
  );
}

function Panel({ panel }: { panel: PanelHead }) {
  const t = useText();
  const { locale } = useI18n();
  const { path } = useWho();
  const { choose } = useCurrentPanel();
  const people = useDirectory(panel.panellists);
  const hall = textOf(panel.hall, locale).text;
  const time = panel.startsAt === null ? '' : panel.endsAt === null ? panel.startsAt : t('p.programme.time', { from: panel.startsAt, to: panel.endsAt });
  const names = panel.panellists.map((seat) => people[seat]?.name).filter((name) => name !== undefined && name !== '');
  return (
    <li className="stack-2">
      <p className="row over"><span>{[t('p.panel', { n: panel.number }), time, hall].filter((part) => part !== '').join(' · ')}</span><span className="end"><Tag tone={panel.phase === 'scheduled' || panel.phase === 'closed' ? 'plain' : 'live'}>{t(`phase.${panel.phase}`)}</Tag></span></p>
      <h2 className="h3"><MultilingualText value={panel.title} /></h2>
      <p className="sm soft"><MultilingualText value={panel.outcome} /></p>
      {names.length === 0 ? null : <p className="sm"><span className="mute">{t('p.programme.panellists')}</span> <bdi>{names.join(', ')}</bdi></p>}
      <Button mini onClick={() => { choose(panel.id); go(path()); }}>{t('p.programme.watch')}</Button>
    </li>
  );
}

function Contacts() {
  const t = useText();
  const contacts = useCore()?.setup?.contacts ?? [];
  return (
    <section className="rule stack-2">
      <h2 className="label">{t('p.programme.contacts')}</h2>
      {contacts.map((contact, index) => (
        <p key={index} className="sm"><b><bdi>{contact.name}</bdi></b> <MultilingualText value={contact.role} />{contact.phone === '' ? null : <a className="block" href={`tel:${contact.phone.replaceAll(' ', '')}`}>{contact.phone}</a>}{contact.email === '' ? null : <a className="block" href={`mailto:${contact.email}`}>{contact.email}</a>}</p>
      ))}
    </section>
  );
}
