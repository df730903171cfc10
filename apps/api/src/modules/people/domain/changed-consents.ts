import type { ConsentPurpose } from '@tegerek/contracts';

type Given = Partial<Record<ConsentPurpose, boolean>>;

/** What of the answers is new. A refusal is an answer too: «not asked yet» and «no» differ. */
export function changedConsents(before: Readonly<Record<string, boolean>>, asked: { readonly [P in ConsentPurpose]?: boolean | undefined }): Given {
  return Object.fromEntries(Object.entries(asked).filter(([purpose, value]) => value !== undefined && before[purpose] !== value)) as Given;
}
