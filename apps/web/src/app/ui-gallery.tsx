import { useState, type ReactNode } from 'react';
import type { Lang } from '@tegerek/contracts/wire';
import { I18nProvider } from '../i18n/provider.js';
import { sharedMessages } from '../i18n/shared-messages.js';
import { ConsoleScene } from '../ui/gallery/console-scene.js';
import { ChartParts } from '../ui/gallery/chart-parts.js';
import { FormParts } from '../ui/gallery/form-parts.js';
import { OrganizerScene, PublicScene } from '../ui/gallery/desk-scenes.js';
import { JoinScene, NowScene, RankScene, VoteScene } from '../ui/gallery/phone-scenes.js';
import { JoinOnScreen, QuestionOnScreen, ResultOnScreen } from '../ui/gallery/projector-scenes.js';
import { StatusParts } from '../ui/gallery/status-parts.js';
import { mount } from './mount.js';

/** Development only: gallery.html?scene=vote&lang=ky&theme=dark. Invented people and figures; its demo texts are not part of any surface. */
const SCENES: Record<string, () => ReactNode> = {
  forms: FormParts, charts: ChartParts, status: StatusParts,
  now: NowScene, vote: VoteScene, rank: RankScene, join: JoinScene,
  console: ConsoleScene, organizer: OrganizerScene, public: PublicScene,
  result: ResultOnScreen, question: QuestionOnScreen, 'join-screen': JoinOnScreen,
};

const query = new URLSearchParams(location.search);

function Index() {
  return <ul className="items">{Object.keys(SCENES).map((name) => <li key={name}><a href={`?scene=${name}`}>{name}</a></li>)}</ul>;
}

function Gallery() {
  const [locale, setLocale] = useState<Lang>((query.get('lang') ?? 'ru') as Lang);
  const Scene = SCENES[query.get('scene') ?? ''] ?? Index;
  return <I18nProvider locale={locale} setLocale={setLocale} messages={sharedMessages[locale]} timeZone="Asia/Bishkek"><Scene /></I18nProvider>;
}

document.documentElement.dataset.theme = query.get('theme') ?? 'light';
mount(<Gallery />);
