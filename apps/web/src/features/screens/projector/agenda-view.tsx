import { MultilingualText } from '../../../i18n/rich.js';
import { useText } from '../../../i18n/provider.js';
import { usePanel } from '../../../live/index.js';
import { ProjectorFrame } from '../../../ui/layouts/projector-frame.js';
import { TopLine, type Shown } from './views.js';

const MOST_ROWS = 5;
const STEPS = ['open', 'discussion', 'formulation', 'decision', 'ranking'] as const;

/** The panel's way: its steps with the present one, and what it must end with; once texts stand, these. */
export function AgendaView({ core, panelId }: Pick<Shown, 'core'> & { panelId: string }) {
  const t = useText();
  const panel = core.panels[panelId];
  const slice = usePanel(panelId);
  if (panel === undefined) return null;
  const texts = Object.values(slice?.proposals ?? {}).filter(({ status }) => ['in-formulation', 'frozen', 'adopted', 'not-adopted'].includes(status)).sort((a, b) => a.number - b.number);
  const isAmongTexts = (panel.phase === 'formulation' || panel.phase === 'decision' || panel.phase === 'ranking') && texts.length > 0;
  const at = STEPS.findIndex((step) => step === panel.phase);
  return (
    <ProjectorFrame top={<TopLine core={core} panel={panel} end={t('hall.agenda')} />} bottom={isAmongTexts && texts.length > MOST_ROWS ? <span className="end">{t('hall.more', { n: texts.length - MOST_ROWS })}</span> : null}>
      {isAmongTexts ? (
        <ol className="places programme">
          {texts.slice(0, MOST_ROWS).map((proposal) => <li key={proposal.proposalId} className={proposal.status === 'in-formulation' || proposal.status === 'frozen' ? undefined : 'past'}><b>{panel.number}.{proposal.number}</b><span className="clamp-2" lang={proposal.language}><bdi>{proposal.fields.title || proposal.fields.text}</bdi></span><span className="c">{proposal.status === 'frozen' ? <b className="accent">{t('hall.now')}</b> : null}</span></li>)}
        </ol>
      ) : (
        <div>
          <p className="say long"><MultilingualText value={panel.outcome} /></p>
          <ol className="hall-steps">{STEPS.map((step, i) => <li key={step} className={i === at ? 'now' : i < at || panel.phase === 'closed' ? 'past' : undefined} aria-current={i === at ? 'step' : undefined}>{t(`phase.${step}`)}</li>)}</ol>
        </div>
      )}
    </ProjectorFrame>
  );
}
