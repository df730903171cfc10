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

/** What a document begins with; one of a rehearsal is marked as such. */
export function writingOf(resolution: Pick<ResolutionDocument, 'participants' | 'rehearsal'>, lang: Lang): Writing {
  const names = new Map(resolution.participants.map(({ groupId, title }) => [groupId, pickText(title, lang)]));
  return { lang, say: speaker(lang), to: markedBuilder(resolution.rehearsal, lang), groupName: (id) => names.get(id) ?? id };
}

/** A builder of a document; of a rehearsal's: with its mark. */
export function markedBuilder(isRehearsal: boolean, lang: Lang): DocumentBuilder {
  const [to, say] = [new DocumentBuilder(), speaker(lang)];
  if (isRehearsal) to.mark(say('rehearsal'), say('rehearsal.words'));
  return to;
}

/** The first letter as a capital; the rest stays. */
export const capital = (text: string): string => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
