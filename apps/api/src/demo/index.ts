export { seedDemo, type Demo, type DemoOptions } from './seed.js';
export { DEMO_SLUG } from './plan.js';
export type { DemoLink } from './links.js';
