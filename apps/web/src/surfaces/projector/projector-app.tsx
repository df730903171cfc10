import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { CoreSlice, Lang, ScreenView } from '@tegerek/contracts/wire';
import { useScreen, type PairedScreen } from '../../features/screens/projector/paired.js';
import { OverlayView, overlayOf } from '../../features/screens/projector/overlay-view.js';
import { HallView } from '../../features/screens/projector/hall-view.js';
import type { Catalogue } from '../../i18n/catalogue.js';
import { projectorCatalogues } from '../../i18n/catalogues/projector.js';
import { preferredLang } from '../../i18n/langs.js';
import { I18nProvider, useText } from '../../i18n/provider.js';
import { LiveProvider, useCore, useOpenSpace } from '../../live/index.js';
import { ProjectorFrame } from '../../ui/layouts/projector-frame.js';

const stay = () => undefined;

/** The screen's own language, set when it was paired; while another catalogue loads the last frame stays. */
function ScreenI18n({ language, timeZone, children }: { language: Lang; timeZone: string | undefined; children: ReactNode }) {
  const [loaded, setLoaded] = useState<{ locale: Lang; messages: Catalogue } | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    projectorCatalogues[language]().then(
      (messages) => { if (isCurrent) setLoaded({ locale: language, messages }); },
      () => { timer = setTimeout(() => setTurn((n) => n + 1), 3_000); },
    );
    return () => { isCurrent = false; clearTimeout(timer); };
  }, [language, turn]);
  if (loaded === null) return null;
  return <I18nProvider locale={loaded.locale} setLocale={stay} messages={loaded.messages} timeZone={timeZone}>{children}</I18nProvider>;
}

function Pairing({ code }: { code: string | null }) {
  const t = useText();
  return (
    <ProjectorFrame top={<b>{t('ui.product')}</b>} bottom={<span>{t('hall.pair-how')}</span>}>
      {code === null ? null : <div><p className="soft">{t('hall.pair')}</p><p className="pair-code" role="img" aria-label={t('hall.code-label', { code })}>{`${code.slice(0, 3)} ${code.slice(3)}`}</p></div>}
    </ProjectorFrame>
  );
}

/** Before anything was sent: how to come in; after the day: the programme. */
const fallback = (core: CoreSlice): ScreenView => (core.phase === 'open' ? { kind: 'join' } : { kind: 'programme' });

function Frame({ screen }: { screen: PairedScreen }) {
  const core = useCore();
  const [layout] = useState(() => overlayOf(location.search));
  if (core === null) return null;
  if (layout !== null) return <OverlayView core={core} view={core.shown[screen.panelId ?? ''] ?? { kind: 'blank' }} layout={layout} />;
  return <HallView core={core} panelId={screen.panelId} view={core.shown[screen.panelId ?? ''] ?? fallback(core)} slug={screen.slug ?? core.setup?.slug ?? ''} />;
}

/** As the log has it now: it may have been brought to another panel or language, or let go, since it was paired. */
function Current({ screen, onGone }: { screen: PairedScreen; onGone: () => void }) {
  const core = useCore();
  const wasListed = useRef(false);
  const listed = core?.screens[screen.screenId];
  const isGone = core !== null && listed === undefined && wasListed.current;
  useEffect(() => { if (listed !== undefined) wasListed.current = true; }, [listed]);
  useEffect(() => { if (isGone) onGone(); }, [isGone, onGone]);
  const now = { ...screen, ...listed };
  return <ScreenI18n language={now.language} timeZone={core?.setup?.timeZone}><Frame screen={now} /></ScreenI18n>;
}

function Following({ screen, onGone }: { screen: PairedScreen; onGone: () => void }) {
  const space = useOpenSpace({ space: screen.space, as: 'screen', actor: null });
  return <LiveProvider space={space}><Current screen={screen} onGone={onGone} /></LiveProvider>;
}

/** `/screen`: paired by a code, then remote-controlled only. */
export function ProjectorApp() {
  const { screen, look } = useScreen();
  const language = useRef(preferredLang());
  if (screen.state === 'paired') return <Following key={screen.screenId} screen={screen} onGone={look} />;
  return <ScreenI18n language={language.current} timeZone={undefined}><Pairing code={screen.state === 'waiting' ? screen.code : null} /></ScreenI18n>;
}
