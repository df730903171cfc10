import { LIMITS, type PollBody, type PollSetup, type Text } from '@tegerek/contracts/wire';
import { newId } from '../../../live/index.js';
import { cleaned, fits, hasText } from '../../../ui/staff/text-fields.js';

export type PollKind = PollBody['kind'];
export const POLL_KINDS: readonly PollKind[] = ['single', 'multiple', 'scale', 'ranking', 'text', 'temperature'];

/** What is typed for a poll of any kind; a change of kind loses nothing. */
export interface PollForm {
  kind: PollKind;
  question: Text;
  options: { id: string; title: Text }[];
  most: number;
  steps: number;
  low: Text;
  high: Text;
  /** `null`: closed by hand. */
  durationMs: number | null;
  showAtClose: boolean;
  named: boolean;
}

export const newForm = (): PollForm => ({ kind: 'single', question: {}, options: [{ id: newId(), title: {} }, { id: newId(), title: {} }], most: 2, steps: 5, low: {}, high: {}, durationMs: null, showAtClose: false, named: false });

export function formOf({ question, body, durationMs, showAtClose, named }: PollSetup): PollForm {
  const form = { ...newForm(), kind: body.kind, question, durationMs, showAtClose, named };
  if ('options' in body) form.options = body.options;
  if (body.kind === 'multiple') form.most = body.most;
  return body.kind === 'scale' ? { ...form, steps: body.steps, low: body.low, high: body.high } : form;
}

const DEFAULT_TEMPERATURE_MS = 60_000;

export const durationOf = (form: PollForm): number | null => (form.kind === 'temperature' ? form.durationMs ?? DEFAULT_TEMPERATURE_MS : form.durationMs);

/** Options that were written; empty lines of the form are none. */
const written = (form: PollForm) => form.options.filter(({ title }) => hasText(title)).map(({ id, title }) => ({ id, title: cleaned(title) }));

export const hasOptions = (kind: PollKind): kind is 'single' | 'multiple' | 'ranking' => kind === 'single' || kind === 'multiple' || kind === 'ranking';

function bodyOf(form: PollForm): PollBody {
  const options = written(form);
  switch (form.kind) {
    case 'single': case 'ranking': return { kind: form.kind, options };
    case 'multiple': return { kind: 'multiple', options, most: Math.min(form.most, options.length) };
    case 'scale': return { kind: 'scale', steps: form.steps, low: cleaned(form.low), high: cleaned(form.high) };
    case 'text': case 'temperature': return { kind: form.kind };
  }
}

export const setupOf = (form: PollForm): PollSetup => ({ question: cleaned(form.question), body: bodyOf(form), named: form.named, durationMs: durationOf(form), showAtClose: form.showAtClose });

/** The first field that stands in the way of saving; `null`: none. */
export function faultOf(form: PollForm): 'question' | 'options' | 'length' | null {
  if (!hasText(form.question)) return 'question';
  if (hasOptions(form.kind) && written(form).length < 2) return 'options';
  const areShort = fits(form.question, LIMITS.pollQuestion) && form.options.every(({ title }) => fits(title, LIMITS.pollOption)) && fits(form.low, LIMITS.pollEnd) && fits(form.high, LIMITS.pollEnd);
  return areShort ? null : 'length';
}
