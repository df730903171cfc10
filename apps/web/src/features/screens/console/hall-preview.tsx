import { useEffect, useRef, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { CoreSlice, Lang, ScreenView } from '@tegerek/contracts/wire';
import type { Catalogue } from '../../../i18n/catalogue.js';
import { projectorCatalogues } from '../../../i18n/catalogues/projector.js';
import { I18nProvider } from '../../../i18n/provider.js';
import { HallView } from '../projector/hall-view.js';

const stay = () => undefined;
/** The small page's own width, px. */
const WIDTH = 960;

/** A page of its own, so that the hall's sizes follow it and not the console: same origin, same style sheets, no script. */
function SmallPage({ title, children }: { title: string; children: ReactNode }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [root, setRoot] = useState<HTMLElement | null>(null);
  const prepare = () => {
    const page = frame.current?.contentDocument;
    if (!page || page.documentElement.dataset['theme'] === 'projector') return;
    page.documentElement.dataset['theme'] = 'projector';
    for (const sheet of document.querySelectorAll('link[rel="stylesheet"], head > style')) page.head.append(sheet.cloneNode(true));
    setRoot(page.body);
  };
  useEffect(prepare, []);
  useEffect(() => {
    const place = frame.current?.parentElement;
    if (!place) return undefined;
    const fit = () => frame.current?.style.setProperty('--fit', String(place.clientWidth / WIDTH));
    const watch = new ResizeObserver(fit);
    watch.observe(place);
    fit();
    return () => watch.disconnect();
  }, []);
  // some browsers put a new document into an empty frame later on
  return <><iframe ref={frame} className="small-page" title={title} tabIndex={-1} aria-hidden onLoad={prepare} />{root === null ? null : createPortal(children, root)}</>;
}

/** The very component that the hall's screen draws, small: in the screen's language. */
export function HallPreview({ core, panelId, view, language, title }: { core: CoreSlice; panelId: string | null; view: ScreenView; language: Lang; title: string }) {
  const [messages, setMessages] = useState<{ language: Lang; catalogue: Catalogue } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    projectorCatalogues[language]().then((catalogue) => { if (isCurrent) setMessages({ language, catalogue }); }, () => undefined);
    return () => { isCurrent = false; };
  }, [language]);
  return (
    <div className="hall-preview">
      <SmallPage title={title}>
        {messages === null ? null : <I18nProvider nested locale={messages.language} setLocale={stay} messages={messages.catalogue} timeZone={core.setup?.timeZone}><HallView core={core} panelId={panelId} view={view} slug={core.setup?.slug ?? ''} /></I18nProvider>}
      </SmallPage>
    </div>
  );
}
