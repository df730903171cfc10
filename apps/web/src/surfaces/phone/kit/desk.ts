import type { Me } from '@tegerek/contracts/wire';

/** Where a seat without a group works: the organizer's desk or the console; `null` for everybody whose place is the phone. */
export function deskOf(me: Pick<Me, 'groupId' | 'roles'>, slug: string): string | null {
  if (me.groupId !== null) return null;
  if (me.roles.includes('organizer')) return `/organizer/${slug}`;
  return me.roles.includes('moderator') || me.roles.includes('rapporteur') ? `/console/${slug}` : null;
}

const key = (slug: string) => `tegerek:desk:${slug}`;

/** Once per tab: whoever comes back to the phone's screens on purpose stays there. */
export function goToDeskOnce(desk: string, slug: string): void {
  try {
    if (sessionStorage.getItem(key(slug)) !== null) return;
    sessionStorage.setItem(key(slug), '');
  } catch {
    return; // no storage: no way to tell the first time, so the link in «More» must do
  }
  location.assign(desk);
}
