import type { Lang } from '@tegerek/contracts/wire';
import { speaker, type Say } from '../messages/say.js';
import type { ResolutionDocument } from '../resolution-document.js';
import { DocumentBuilder } from './model.js';
import { pickText } from './pick.js';

/** What the parts of one document share. */
export interface Writing {
  lang: Lang;
  say: Say;
  to: DocumentBuilder;
  groupName(id: string): string;
}

export function writingOf(resolution: Pick<ResolutionDocument, 'participants'>, lang: Lang): Writing {
  const names = new Map(resolution.participants.map(({ groupId, title }) => [groupId, pickText(title, lang)]));
  return { lang, say: speaker(lang), to: new DocumentBuilder(), groupName: (id) => names.get(id) ?? id };
}

/** The first letter as a capital; the rest stays. */
export const capital = (text: string): string => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
