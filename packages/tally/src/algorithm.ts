/** Stored with every vote: a recount uses the version that counted it. */
export interface Algorithm {
  readonly id: string;
  readonly version: number;
}
