import type { PollSetup, Refusal, Text } from '@tegerek/contracts';

const isWritten = (text: Text): boolean => Object.values(text).some((value) => value !== undefined && value !== '');

/** What a poll still lacks; `null`: nothing. No language is mandatory, but one must be there. */
export function checkSetup({ question, body, durationMs }: PollSetup): Refusal | null {
  if (!isWritten(question)) return missing('question');
  if ('options' in body) {
    const blank = body.options.findIndex(({ title }) => !isWritten(title));
    if (blank >= 0) return missing(`body.options.${blank}`);
  }
  if (body.kind === 'multiple' && body.most > body.options.length) return missing('body.most');
  return body.kind === 'temperature' && durationMs === null ? missing('durationMs') : null;
}

const missing = (field: string): Refusal => ({ code: 'poll.incomplete', path: `setup.${field}` });
