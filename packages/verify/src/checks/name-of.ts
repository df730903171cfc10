import type { VoteHead } from '@tegerek/contracts';

/** How a finding names a vote to a reader. */
export const nameOf = ({ purpose, number, version }: VoteHead): string => `${purpose} ${number}${version ? ` «${version.fields.title || version.fields.text.slice(0, 60)}»` : ''}`;
