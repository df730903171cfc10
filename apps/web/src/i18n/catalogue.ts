import type { Lang } from '@tegerek/contracts/wire';
import type { messages as phone } from './catalogues/phone.ru.js';
import type { messages as projector } from './catalogues/projector.ru.js';
import type { messages as publicPage } from './catalogues/public.ru.js';
import type { messages as staff } from './catalogues/staff.ru.js';
import type { messages as verifier } from './catalogues/verifier.ru.js';

/** Every message key of every surface. A test sees to it that a surface carries the keys that its code names. */
export type MessageKey = Extract<keyof (typeof phone & typeof projector & typeof publicPage & typeof staff & typeof verifier), string>;

/** The messages of one surface in one language. */
export type Catalogue = Readonly<Record<string, string>>;

/** A surface's catalogues, one chunk per language; only the reader's is fetched. */
export type CatalogueLoaders = Readonly<Record<Lang, () => Promise<Catalogue>>>;
