const MOST_WORDS = 55;

/** A text that a hall can read: at most 55 words, the rest as an ellipsis. */
export function fitted(text: string): string {
  const words = text.trim().split(/\s+/u);
  return words.length <= MOST_WORDS ? text.trim() : `${words.slice(0, MOST_WORDS).join(' ')}…`;
}

/** The size that lets a text stand in its column: class of the frame. */
export function sayClass(text: string): string {
  const { length } = [...text];
  if (length <= 90) return 'say short';
  return length <= 190 ? 'say' : 'say long';
}
