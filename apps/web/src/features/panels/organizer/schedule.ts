import type { PanelHead } from '@tegerek/contracts/wire';

/** Where a panel stands against the programme, in whole minutes. */
export type Standing =
  | { kind: 'starts-in' | 'start-late' | 'left' | 'over' | 'ended-late' | 'ended-early' | 'ended'; minutes: number }
  | null;

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/**
 * The panel's clock against the programme. Pure.
 * @param wall wall clock of an instant in the dialogue's zone: calendar day `YYYY-MM-DD` and `HH:MM`
 * @returns null on another day than the dialogue's, or where the programme names no time
 */
export function standingOf(panel: Pick<PanelHead, 'phase' | 'startsAt' | 'endsAt' | 'entered'>, day: string, now: number, wall: (instant: number) => { day: string; clock: string }): Standing {
  const today = wall(now);
  if (panel.phase === 'closed') {
    const closedAt = panel.entered.closed;
    if (closedAt === undefined || panel.endsAt === null || wall(closedAt).day !== day) return null;
    const late = minutesOf(wall(closedAt).clock) - minutesOf(panel.endsAt);
    return { kind: late > 0 ? 'ended-late' : late < 0 ? 'ended-early' : 'ended', minutes: Math.abs(late) };
  }
  if (today.day !== day) return null;
  const at = minutesOf(today.clock);
  if (panel.phase === 'scheduled') {
    if (panel.startsAt === null) return null;
    const until = minutesOf(panel.startsAt) - at;
    return { kind: until >= 0 ? 'starts-in' : 'start-late', minutes: Math.abs(until) };
  }
  if (panel.endsAt === null) return null;
  const left = minutesOf(panel.endsAt) - at;
  return { kind: left >= 0 ? 'left' : 'over', minutes: Math.abs(left) };
}

/** Wall clock of instants in a zone, for `standingOf`. */
export function wallClock(timeZone: string | undefined): (instant: number) => { day: string; clock: string } {
  const format = new Intl.DateTimeFormat('en-GB', { ...(timeZone === undefined ? {} : { timeZone }), calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' });
  return (instant) => {
    const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
    return { day: `${parts['year']}-${parts['month']}-${parts['day']}`, clock: `${parts['hour']}:${parts['minute']}` };
  };
}
