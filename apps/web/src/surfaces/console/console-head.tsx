import type { CoreSlice, PanelHead, PanelSlice } from '@tegerek/contracts/wire';
import { PresenceGauge, TimeGauge } from '../../features/panels/console/gauges.js';
import { Lead, type LeadAct } from '../../features/panels/console/lead.js';
import { PanelTitle, type PanelTitleProps } from '../../features/panels/console/panel-title.js';
import { useFormat, useText } from '../../i18n/provider.js';
import { useConnection, useMe, usePending, useServerNow } from '../../live/index.js';
import { LanguageSwitch } from '../../ui/language-switch.js';
import { useGroupViews } from '../../ui/staff/group-views.js';

/** The connection in words: quiet for the first seconds, red only for what never repairs itself. */
function ConnectionWord() {
  const t = useText();
  const { status, lostAt, isPortal } = useConnection();
  const { commands } = usePending();
  const waiting = commands.filter((row) => row.state === 'saved' || row.state === 'sending').length;
  const now = useServerNow(1_000);
  if (status === 'diverged') return <span className="dot off bad" role="alert">{t('console.net.diverged')}</span>;
  if (status === 'closed') return <span className="dot off bad" role="alert">{t('console.net.closed')}</span>;
  const isLost = lostAt !== null && now - lostAt > 4_000;
  const words = isLost ? t(isPortal ? 'console.net.portal' : 'console.net.lost', { n: waiting }) : t(status === 'polling' ? 'console.net.polling' : 'console.net.live');
  return <span className={isLost ? 'dot off' : 'dot'} role="status">{words}</span>;
}

/** The panel, who is here, who spoke, the time and the connection. */
export function ConsoleHead({ core, panel, slice, mayLead, lead, setLead, ...title }: { core: CoreSlice; panel: PanelHead; slice: PanelSlice | undefined; mayLead: boolean; lead: LeadAct; setLead: (act: LeadAct) => void } & Omit<PanelTitleProps, 'panel'>) {
  const t = useText();
  const { time } = useFormat();
  const groups = useGroupViews(core.groups);
  const me = useMe();
  const now = useServerNow(5_000);
  const roles = (me?.roles ?? []).map((role) => t(`role.${role}`)).join(', ');
  return (
    <>
      <PanelTitle panel={panel} {...title} />
      <PresenceGauge core={core} groups={groups} />
      <TimeGauge panel={panel} groups={groups} />
      <div className="status"><span className="row"><LanguageSwitch languages={core.setup?.languages} /><b>{time(now)}</b></span><ConnectionWord /><Lead panel={panel} slice={slice} mayLead={mayLead} open={lead} setOpen={setLead} /><span className="opt sr-only"><bdi>{me?.name}</bdi>{roles === '' ? '' : `, ${roles.toLowerCase()}`}</span></div>
    </>
  );
}
