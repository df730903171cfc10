import { useText } from '../../../i18n/index.js';
import { useDirectory, useMe } from '../../../live/index.js';
import { GroupSign } from '../../../ui/group-sign.js';
import { useGroup } from './groups.js';

/** A name as the directory gives it; without consent or right, the seat says only that there is one. */
export function PersonName({ seatId }: { seatId: string | null }) {
  const t = useText();
  const me = useMe();
  const person = useDirectory([seatId])[seatId ?? ''];
  if (seatId === null) return <>{t('p.anonymous')}</>;
  if (seatId === me?.seatId) return <>{t('p.you')}</>;
  if (person === undefined) return <span className="mute">…</span>;
  return person === null || person.name === '' ? <>{t('p.unnamed')}</> : <bdi>{person.name}</bdi>;
}

export function GroupOf({ groupId }: { groupId: string | null }) {
  const group = useGroup(groupId);
  return group === undefined ? null : <GroupSign group={group} />;
}
