import { TEMPERATURES, type PollBody } from '@tegerek/contracts';

/** Whether an answer is one that this poll offers (the count lane asks before it stores). */
export function choiceFits(body: PollBody, choice: unknown): boolean {
  switch (body.kind) {
    case 'single': return typeof choice === 'string' && body.options.some(({ id }) => id === choice);
    case 'multiple': return isChosen(body.options, choice, body.most);
    case 'ranking': return isChosen(body.options, choice, body.options.length);
    case 'scale': return typeof choice === 'number' && Number.isInteger(choice) && choice >= 1 && choice <= body.steps;
    case 'temperature': return TEMPERATURES.some((level) => level === choice);
    case 'text': return typeof choice === 'string' && choice !== '';
    default: return body satisfies never;
  }
}

/** Different options of this poll, one to `most`. */
function isChosen(options: readonly { id: string }[], choice: unknown, most: number): boolean {
  if (!Array.isArray(choice) || choice.length === 0 || choice.length > most) return false;
  return new Set(choice).size === choice.length && choice.every((chosen) => options.some(({ id }) => id === chosen));
}
