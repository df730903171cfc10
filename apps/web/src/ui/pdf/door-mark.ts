const PREFIX = 'TG';
/** What the door's barcode says of a seat: a prefix that no price tag has, and the number. Not a secret. */
export const doorMark = (number: number): string => `${PREFIX}${String(number).padStart(4, '0')}`;

/** The seat number of a scanned mark; `null`: some other barcode. */
export function seatNumberOf(mark: string): number | null {
  const digits = /^TG(\d{4,5})$/u.exec(mark)?.[1];
  return digits === undefined || Number(digits) < 1 ? null : Number(digits);
}
