import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Formulation, ProposalView } from '@tegerek/contracts/wire';
import { useText } from '../../../i18n/provider.js';
import { Note } from '../../../ui/notes.js';
import { SimilarProposals } from './similar-proposals.js';
import { useSettled } from './use-settled.js';

type Proposals = Readonly<Record<string, ProposalView>>;

/** Proposals that say nearly what is being written; worked out on the device, over the panel's slice. */
export function useSimilar(proposals: Proposals, { title, text }: Pick<Formulation, 'title' | 'text'>, except: string | null): ProposalView[] {
  const keeper = useRef<SimilarProposals>(undefined);
  keeper.current ??= new SimilarProposals();
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const follow = () => {
      if (keeper.current?.follow(Object.values(proposals))) timer = setTimeout(follow, 0);
      else setTurn((n) => n + 1);
    };
    timer = setTimeout(follow, 0);
    return () => clearTimeout(timer);
  }, [proposals]);
  const draft = useSettled({ title, text }, `${title}\n${text}`);
  return useMemo(() => (keeper.current?.like(draft, except) ?? []).flatMap((id) => proposals[id] ?? []), [draft, except, turn]); // eslint-disable-line react-hooks/exhaustive-deps -- `turn` stands for `proposals`, once they are taken in
}

/** Points at them; stops nothing. `doorTo`: a link or button that opens one. */
export function SimilarNote({ found, doorTo }: { found: readonly ProposalView[]; doorTo: (proposal: ProposalView) => ReactNode }) {
  const t = useText();
  return (
    <div aria-live="polite">
      {found.length === 0 ? null : (
        <Note kind="info">
          <p><b>{t('draft.similar', { n: found.length })}</b></p>
          <ul className="hint-list">{found.map((proposal) => <li key={proposal.proposalId}>{doorTo(proposal)}</li>)}</ul>
          <p className="sm">{t('draft.similar.do')}</p>
        </Note>
      )}
    </div>
  );
}
