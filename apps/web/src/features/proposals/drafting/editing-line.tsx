import { useFormat, useText } from '../../../i18n/provider.js';
import { useDirectory, useEditing } from '../../../live/index.js';
import { IconPencil } from '../../../ui/icons/index.js';
import './editing-line.css';

/** Who has the cursor in this proposal now; with a field, in that one. Nobody: nothing. */
export function EditingLine({ proposalId, field }: { proposalId: string; field?: string }) {
  const t = useText();
  const { list } = useFormat();
  const others = useEditing(proposalId).filter((each) => field === undefined || each.field === field);
  const seats = [...new Set(others.map((each) => each.seatId))];
  const people = useDirectory(seats);
  if (seats.length === 0) return null;
  const names = seats.map((seatId) => people[seatId]?.name ?? '').filter((name) => name !== '');
  return <p className="editing-line"><IconPencil /><bdi>{names.length === 0 ? t('draft.editing.somebody') : t('draft.editing', { names: list(names) })}</bdi></p>;
}
