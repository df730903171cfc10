import type { MessageKey } from '../i18n/catalogue.js';
import type { Format } from '../i18n/provider.js';
import type { Translate } from '../i18n/translate.js';
import type { RingGroup, RingMode } from './ring-shape.js';

const KEYS: Record<RingMode, MessageKey> = { presence: 'ui.ring.presence', support: 'ui.ring.presence', vote: 'ui.ring.vote', time: 'ui.ring.time' };

function holdsWord(holds: boolean | undefined): string {
  if (holds === undefined) return 'unknown';
  return holds ? 'yes' : 'no';
}

/** The whole ring in words: «Проголосовали 37 из 59: власть 11 из 18, ОГО 16 из 25». `lead` says what is counted and the total. */
export function ringWords(mode: RingMode, groups: readonly RingGroup[], lead: string, t: Translate, format: Format): string {
  const words = groups.map((group) => {
    if (group.hidden === true) return t('ui.ring.hidden', { name: group.name });
    const figures = { name: group.name, value: group.value, base: group.base, no: group.no ?? 0, abstain: group.abstain ?? 0, holds: holdsWord(group.holds), time: format.duration(group.value) };
    return t(KEYS[mode], figures);
  });
  return t('ui.ring.words', { lead, groups: words.join('; ') });
}
