import type { Refusal } from '@tegerek/contracts/wire';
import { useText } from '../../i18n/provider.js';
import { useConnection } from '../../live/index.js';
import type { Act } from '../../live/use-act.js';
import { RefusalNote } from '../field.js';
import { refusalText } from '../../i18n/refusal.js';
import { SendState } from '../send-state.js';

/** A refusal of the act beside it, unless a field shows it; without a network what waits is said. */
export function ActNote({ act, fields = [] }: { act: Act; fields?: readonly string[] }) {
  const t = useText();
  const { lostAt } = useConnection();
  if (act.refusal !== null && !fields.includes(act.refusal.path ?? '')) return <RefusalNote>{refusalText(t, act.refusal)}</RefusalNote>;
  return act.isBusy && lostAt !== null ? <SendState state="saved" words={t('act.waiting')} /> : null;
}

/** The refusal of one field in words; `path` as the server names it. */
export function fieldRefusal(t: ReturnType<typeof useText>, refusal: Refusal | null, path: string): string | undefined {
  return refusal?.path === path ? refusalText(t, refusal) : undefined;
}
