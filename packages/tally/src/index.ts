export { TallyInputError } from './errors.js';
export type { Algorithm } from './algorithm.js';
export type { Fraction } from './exact/rational.js';
export * from './yes-no/index.js';
export * from './ranked/index.js';
export * from './opinion/index.js';
