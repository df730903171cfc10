import type { PanelHead } from '@tegerek/contracts/wire';
import { MultilingualText, textOf, useI18n, useText } from '../../../i18n/index.js';
import { useCore } from '../../../live/index.js';
import { PhaseBar } from '../../../ui/phases.js';
import { byNumber, isRunning, useCurrentPanel } from './panel.js';

/** Number and hall, title, phases: where the panel stands. */
export function PanelCard({ panel }: { panel: PanelHead }) {
  const t = useText();
  const { locale } = useI18n();
  const hall = textOf(panel.hall, locale).text;
  return (
    <>
      <div>
        <p className="over">{hall === '' ? t('p.panel', { n: panel.number }) : t('p.panel.hall', { n: panel.number, hall })}</p>
        <h2><MultilingualText value={panel.title} /></h2>
      </div>
      <PhaseBar phase={panel.phase} />
    </>
  );
}

/** Where more than one panel runs, or another was chosen: one tap to the next. */
export function PanelPicker() {
  const t = useText();
  const core = useCore();
  const { panel, isChosen, choose } = useCurrentPanel();
  const running = byNumber(Object.values(core?.panels ?? {}).filter((each) => isRunning(each) || each.id === panel?.id));
  if (running.length < 2 && !isChosen) return null;
  return (
    <div className="filters" role="group" aria-label={t('p.panels')}>
      {running.map((each) => <button key={each.id} type="button" className="pill" aria-pressed={each.id === panel?.id} onClick={() => choose(each.id)}>{t('p.panel', { n: each.number })}</button>)}
      {isChosen ? <button type="button" className="pill" aria-pressed={false} onClick={() => choose(null)}>{t('p.panel.follow')}</button> : null}
    </div>
  );
}
