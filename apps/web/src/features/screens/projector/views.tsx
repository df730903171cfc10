import type { CoreSlice, PanelHead, ScreenView } from '@tegerek/contracts/wire';
import { MultilingualText } from '../../../i18n/rich.js';
import { useFormat, useI18n, useText } from '../../../i18n/provider.js';
import { textOf } from '../../../i18n/text.js';
import { useAddress, useServerOffset, withoutScheme } from '../../../live/index.js';
import { GroupSign } from '../../../ui/group-sign.js';
import type { GroupView } from '../../../ui/group.js';
import { ProjectorFrame } from '../../../ui/layouts/projector-frame.js';
import { QrCode } from '../../../ui/qr-code.js';
import { groupOf } from '../../../ui/staff/group-views.js';
import { Timer } from '../../../ui/timer.js';
import { fitted, sayClass } from './fit.js';

type Of<K extends ScreenView['kind']> = Extract<ScreenView, { kind: K }>;

/** The line above: the panel, or the dialogue. */
export function TopLine({ core, panel, end }: { core: CoreSlice; panel: PanelHead | undefined; end?: string | undefined }) {
  const t = useText();
  return (
    <>
      {panel === undefined ? <b><MultilingualText value={core.setup?.title} /></b> : <><span>{t('hall.panel', { n: panel.number })}</span><b><MultilingualText value={panel.title} /></b></>}
      {end === undefined ? null : <span className="end">{end}</span>}
    </>
  );
}

export interface Shown { core: CoreSlice; panel: PanelHead | undefined; groups: readonly GroupView[] }

export function JoinView({ core, slug }: Shown & { slug: string }) {
  const t = useText();
  const address = `${useAddress()}/j/${slug}`;
  return (
    <ProjectorFrame columns="right" top={<TopLine core={core} panel={undefined} />}>
      <div><p className="say">{t('hall.join')}</p><p className="address">{withoutScheme(address)}</p></div>
      <QrCode value={address} level="Q" />
    </ProjectorFrame>
  );
}

const MOST_ROWS = 5;

/** The panels of the day; the running one stands out, and rows around it stay when there are too many. */
export function ProgrammeView({ core }: Shown) {
  const t = useText();
  const all = Object.values(core.panels).sort((a, b) => a.number - b.number);
  const at = Math.max(0, all.findIndex((panel) => panel.phase !== 'closed'));
  const from = Math.max(0, Math.min(at - 1, all.length - MOST_ROWS));
  const rows = all.slice(from, from + MOST_ROWS);
  return (
    <ProjectorFrame top={<TopLine core={core} panel={undefined} end={t('hall.programme')} />}>
      <ol className="places programme">
        {rows.map((panel) => (
          <li key={panel.id} className={panel.phase === 'closed' ? 'past' : undefined}>
            <b>{panel.startsAt ?? panel.number}</b><span><MultilingualText value={panel.title} /></span><span className="c">{panel.phase !== 'closed' && panel.phase !== 'scheduled' ? <b className="accent">{t('hall.now')}</b> : null}</span>
          </li>
        ))}
      </ol>
    </ProjectorFrame>
  );
}

export function TextView({ core, panel, view }: Shown & { view: Of<'break'> | Of<'text'> }) {
  const t = useText();
  const { locale } = useI18n();
  const text = fitted(textOf(view.text, locale).text);
  const title = view.kind === 'break' ? t('hall.break') : '';
  return (
    <ProjectorFrame top={<TopLine core={core} panel={panel} />}>
      <div>{title === '' ? null : <p className="who">{title}</p>}{text === '' ? null : <p className={title === '' ? sayClass(text) : 'say long under'}><MultilingualText value={view.text} /></p>}</div>
    </ProjectorFrame>
  );
}

export function QuestionView({ core, panel, groups, view }: Shown & { view: Of<'question'> }) {
  const t = useText();
  const group = groupOf(groups, view.groupId);
  const text = fitted(view.text);
  return (
    <ProjectorFrame top={<TopLine core={core} panel={panel} end={t('hall.question-of')} />}>
      <div><p className={sayClass(text)}>{text}</p><p className="under">{group === undefined ? null : <GroupSign group={group} />}{view.author === null || view.author === '' ? null : <bdi>{view.author}</bdi>}</p></div>
    </ProjectorFrame>
  );
}

/** Who speaks, with the running timer; a name that its owner keeps from the public is left out and the group stands for it. */
export function SpeakerView({ core, panel, groups, view }: Shown & { view: Of<'speaker'> }) {
  const t = useText();
  const { clock } = useFormat();
  const offsetMs = useServerOffset();
  const group = groupOf(groups, view.groupId);
  const turn = panel?.turn?.turnId === view.turnId ? panel.turn : null;
  const over = turn === null ? <span>{t('hall.spoken')}</span> : null;
  return (
    <ProjectorFrame columns={turn === null ? 'one' : 'right'} top={<TopLine core={core} panel={panel} end={t('hall.speaker')} />}>
      {view.name === ''
        ? <div><p className="who">{group === undefined ? <bdi>{view.organisation}</bdi> : <GroupSign group={group} />}</p><p className="under">{group === undefined || view.organisation === '' ? null : <bdi>{view.organisation}</bdi>}{over}</p></div>
        : <div><p className="who"><bdi>{view.name}</bdi></p><p className="under">{group === undefined ? null : <GroupSign group={group} />}{view.organisation === '' ? null : <bdi>{view.organisation}</bdi>}{over}</p></div>}
      {turn === null ? null : <div className="hall-clock"><Timer turn={turn} offsetMs={offsetMs} bar /><span className="soft">{t('hall.of', { limit: clock(turn.limitMs) })}</span></div>}
    </ProjectorFrame>
  );
}

export function ProposalView({ core, panel, view }: Shown & { view: Of<'proposal'> }) {
  const t = useText();
  const { title, text, addressee, deadline } = view.fields;
  const said = fitted(text);
  return (
    <ProjectorFrame
      top={<TopLine core={core} panel={panel} end={t('hall.proposal', { number: view.number })} />}
      bottom={<>{addressee === '' ? null : <span>{t('hall.addressee')} <b lang={view.language}>{addressee}</b></span>}{deadline === '' ? null : <span>{t('hall.deadline')} <b lang={view.language}>{deadline}</b></span>}</>}
    >
      <div lang={view.language}>{title === '' || said.length > 260 ? null : <p className="soft">{title}</p>}<p className={sayClass(said)}>{said}</p></div>
    </ProjectorFrame>
  );
}
