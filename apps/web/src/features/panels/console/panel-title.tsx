import type { PanelHead } from '@tegerek/contracts/wire';
import { MultilingualText } from '../../../i18n/rich.js';
import { useI18n, useText } from '../../../i18n/provider.js';
import { textOf } from '../../../i18n/text.js';

export interface PanelTitleProps {
  panel: PanelHead;
  /** All that this person serves, in their order. */
  panels: readonly PanelHead[];
  hrefOf: (panelId: string) => string;
  onChoose: (panelId: string) => void;
}

/** The panel's name, its place and time, and the way to one's other panels. */
export function PanelTitle({ panel, panels, hrefOf, onChoose }: PanelTitleProps) {
  const t = useText();
  const { locale } = useI18n();
  const hall = textOf(panel.hall, locale).text;
  const times = [panel.startsAt, panel.endsAt].filter((time) => time !== null).join('–');
  return (
    <div className="title">
      <div className="over panel-switch">
        {panels.length < 2 ? <span>{t('console.panel', { n: panel.number })}</span> : (
          <nav aria-label={t('console.panels')}>
            {panels.map((each) => (
              <a key={each.id} href={hrefOf(each.id)} title={textOf(each.title, locale).text} aria-current={each.id === panel.id ? 'page' : undefined} onClick={(event) => { event.preventDefault(); onChoose(each.id); }}>
                {each.id === panel.id ? t('console.panel', { n: each.number }) : <><span className="sr-only">{t('console.panel', { n: each.number })}</span><span aria-hidden>{each.number}</span></>}
              </a>
            ))}
          </nav>
        )}
        {hall === '' ? null : <span className="opt"><bdi>{hall}</bdi></span>}
        {times === '' ? null : <span>{times}</span>}
      </div>
      <h1><MultilingualText value={panel.title} /></h1>
    </div>
  );
}
