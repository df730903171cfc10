import type { floorRefusals as ru } from './floor-refusals.ru.js';

export const floorRefusals: Record<keyof typeof ru, string> = {
  'refusal.question.one-addressee': 'Суроо бир дарекке гана жөнөтүлөт: адамды же тарапты тандаңыз.',
  'refusal.question.supported': 'Суроону колдоп коюшту, аны кайра күтүүгө кайтарууга болбойт. Окшошуна бириктирсе же жооп берилди деп белгилесе болот.',
  'refusal.question.unpublished': 'Бул суроону зал али көрө элек. Адегенде аны бекитиңиз же тескерисинче бириктириңиз.',
  'refusal.question.too-many-pinned': '{max} суроо кадалып турат. Адегенде башкасын бошотуңуз.',
  'refusal.hand.no-group': 'Бул орундун тарабы жок, ал сөз сурабайт. Тараптын катышуучусун тандаңыз.',
  'refusal.turn.paused': 'Саат токтотулган.',
  'refusal.turn.running': 'Саат жүрүп жатат.',
  'refusal.turn.not-longer': 'Сөздүн убактысы ансыз да кем эмес. Көбүрөөк убакыт тандаңыз.',
};
