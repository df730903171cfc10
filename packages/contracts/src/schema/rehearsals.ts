import { z } from 'zod';
import { limits } from './primitives.js';

/** What an organizer asks for at the desk; `life` is the pace of a day, `quick` ten times that, `full` as fast as it goes. */
export const rehearsalRequest = z.strictObject({ people: z.int().min(3).max(limits.rehearsalPeople), seed: z.int().min(0).max(limits.rehearsalSeed), pace: z.enum(['life', 'quick', 'full']) });
export type RehearsalRequest = z.infer<typeof rehearsalRequest>;

export const rehearsalWipe = z.strictObject({ slug: z.string().max(40) });
