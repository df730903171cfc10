import type { Unit } from './format-message.js';
import type { en } from './messages.en.js';

export type TextKey = keyof typeof en.texts;
export type UnitName = keyof typeof en.units;

/** Texts of one language. Data only: a translator changes nothing else. */
export interface Catalogue {
  readonly units: Readonly<Record<UnitName, Unit>>;
  readonly texts: Readonly<Record<TextKey, string>>;
}
