import type { Work } from '../../../platform/commands/work.js';
import { ResolutionRow } from './resolution.row.js';

/** The version that stands; later numbers supersede earlier ones. */
export async function lastResolution(work: Work): Promise<ResolutionRow | undefined> {
  return (await work.select(ResolutionRow, {})).sort((a, b) => a.number - b.number).at(-1);
}
