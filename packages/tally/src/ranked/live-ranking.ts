import { TallyInputError } from '../errors.js';
import { applyBallot, pairwise, type PairTable, type Unranked } from './pairwise.js';
import { indexOptions, makeProfile, type RankedBallot } from './profile.js';
import { beatsAll, defeats, schulzeOf, undominated, widestPaths, type SchulzeResult, type Strength } from './schulze.js';

type Places = readonly (readonly string[])[];

/**
 * A ranking that is counted while it runs: a changed ballot changes the pairwise table in place, so the next Schulze
 * result costs the number of options cubed and nothing per voter. Equal to a recount at any time.
 */
export class LiveRanking {
  private readonly table: PairTable;
  private readonly index: ReadonlyMap<string, number>;
  private readonly conventions: { readonly unranked: Unranked; readonly strength: Strength };

  constructor(private readonly options: readonly string[], ballots: readonly RankedBallot[], { unranked = 'last', strength = 'winning' }: { unranked?: Unranked; strength?: Strength } = {}) {
    this.index = indexOptions(options);
    this.conventions = { unranked, strength };
    const table = pairwise(makeProfile(options, ballots), unranked);
    this.table = { ...table, counts: table.counts.slice() };
  }

  /** Reads a ranking into option indexes; refuses it before anything has changed. */
  private places(ranking: Places): number[][] {
    const seen = new Uint8Array(this.options.length);
    return ranking.map((place) => place.map((id) => {
      const o = this.index.get(id);
      if (o === undefined || seen[o] === 1) throw new TallyInputError(o === undefined ? 'ballot.option-unknown' : 'ballot.option-twice', `ranking: "${id}"`, { path: 'ranking' });
      seen[o] = 1;
      return o;
    }));
  }

  /** Takes back one ballot (null = a new voter) and adds another (null = withdrawn). Throws `TallyInputError`, changing nothing. */
  replace(before: Places | null, after: Places | null): void {
    const out = before === null ? null : this.places(before);
    const into = after === null ? null : this.places(after);
    if (out !== null) applyBallot(this.table, out, -1, this.conventions.unranked);
    if (into !== null) applyBallot(this.table, into, 1, this.conventions.unranked);
  }

  /** The undominated options, in option order. */
  winners(): string[] {
    const { size } = this.table;
    const champion = beatsAll(this.table);
    if (champion >= 0) return [this.options[champion]!];
    return undominated(widestPaths(defeats(this.table, this.conventions.strength), size, null), size).map((o) => this.options[o]!);
  }

  /** The full result with its steps. */
  result(): SchulzeResult {
    return schulzeOf(this.table, this.conventions);
  }
}
