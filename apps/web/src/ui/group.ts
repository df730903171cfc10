/** A stakeholder group as a part shows it: texts are already in the reader's language. */
export interface GroupView {
  id: string;
  name: string;
  /** One or two letters. */
  sign: string;
  /** 0…6: colour and pattern, in the design's order. */
  tone: number;
}

const TONES = 7;

/** The class that carries a group's colours and pattern. */
export function toneClass(tone: number): string {
  return `tone-${((Math.trunc(tone) % TONES) + TONES) % TONES}`;
}
