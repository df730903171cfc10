import type { ProposalView } from '@tegerek/contracts/wire';
import { SimilarIndex } from '@tegerek/drafting';

/** Too short to be like anything. Code units. */
const LEAST_TEXT = 20;
const AT_ONCE = 25;
const SHOWN = 3;

type Candidate = Pick<ProposalView, 'proposalId' | 'rev' | 'status' | 'fields'>;

const wordsOf = ({ title, text }: Candidate['fields']): string => `${title} ${text}`;

/** The proposals of a panel, kept ready to be compared with a draft. Mutable; follows the slice bit by bit, so that a phone stays fluent. */
export class SimilarProposals {
  readonly #index = new SimilarIndex();
  readonly #known = new Map<string, number>();

  /** Takes in at most `atOnce` of what changed; `true`: more waits. */
  follow(proposals: readonly Candidate[], atOnce = AT_ONCE): boolean {
    const here = new Set<string>();
    let taken = 0;
    let waits = false;
    for (const proposal of proposals) {
      if (proposal.status === 'withdrawn' || proposal.status === 'merged') continue;
      here.add(proposal.proposalId);
      if (this.#known.get(proposal.proposalId) === proposal.rev) continue;
      if (taken === atOnce) { waits = true; continue; }
      this.#index.put({ id: proposal.proposalId, text: wordsOf(proposal.fields) });
      this.#known.set(proposal.proposalId, proposal.rev);
      taken++;
    }
    for (const id of this.#known.keys()) if (!here.has(id)) { this.#index.remove(id); this.#known.delete(id); }
    return waits;
  }

  /** Ids of the most similar ones, best first. */
  like(draft: Pick<Candidate['fields'], 'title' | 'text'>, except: string | null): string[] {
    const words = `${draft.title} ${draft.text}`.trim();
    if (words.length < LEAST_TEXT) return [];
    return this.#index.similar(words, { limit: SHOWN, ...(except === null ? {} : { except }) }).map(({ id }) => id);
  }
}
