import type { BlockReason, VoteHead } from '@tegerek/contracts/wire';
import type { DecisionResult, Figures } from '@tegerek/tally';
import { useText } from '../i18n/provider.js';
import { Tag } from './badge.js';
import { GroupSign } from './group-sign.js';
import type { GroupView } from './group.js';
import './vote-notes.css';

const SCALE = ['support', 'canLiveWith', 'reservations', 'block'] as const;
const SCALE_KEYS = { support: 'scale.support', canLiveWith: 'scale.live-with', reservations: 'scale.reservations', block: 'scale.block' } as const;

/** What yes and no were made of on the consent scale, by group. */
export function ConsentTable({ result, groups }: { result: DecisionResult; groups: readonly GroupView[] }) {
  const t = useText();
  if (result.conventions.ballot !== 'consent-scale') return null;
  const cells = (figures: Figures | undefined) => SCALE.map((key) => <td key={key} className="c num">{figures?.[key] ?? 0}</td>);
  return (
    <section className="stack-2">
      <div className="table-wrap">
        <table className="scale-table">
          <caption className="sr-only">{t('scale.caption')}</caption>
          <thead><tr><th scope="col">{t('scale.group')}</th>{SCALE.map((key) => <th key={key} scope="col" className="c">{t(SCALE_KEYS[key])}</th>)}</tr></thead>
          <tbody>
            {groups.map((group) => <tr key={group.id}><th scope="row"><GroupSign group={group} /></th>{cells(result.groups[group.id])}</tr>)}
            <tr><th scope="row">{t('scale.total')}</th>{cells(result.overall)}</tr>
          </tbody>
        </table>
      </div>
      <p className="sm mute">{t('scale.how')}</p>
    </section>
  );
}

/** Reasons of blocks as they were cast: a group and the words, no name. */
export function BlockReasons({ reasons, groups }: { reasons: readonly BlockReason[]; groups: readonly GroupView[] }) {
  const t = useText();
  if (reasons.length === 0) return null;
  return (
    <section className="stack-2">
      <h3>{t('block.title')}</h3>
      <ul className="stack-2">{reasons.map(({ number, groupId, reason }) => { const group = groups.find((each) => each.id === groupId); return <li key={number} className="preline">{group === undefined ? null : <GroupSign group={group} />} <bdi>{reason}</bdi></li>; })}</ul>
    </section>
  );
}

/** Piles among the figures: who entered and who confirmed each. */
export function PaperLines({ vote, groups, invalid }: { vote: VoteHead; groups: readonly GroupView[]; invalid: number }) {
  const t = useText();
  if (vote.paper.length === 0) return null;
  const nameOf = (id: string) => groups.find((group) => group.id === id)?.name ?? '';
  return (
    <section className="stack-2 sm">
      <h3>{t('paper.title')}</h3>
      <ul>{vote.paper.map(({ entryId, groupId, how, counts, enteredBy, confirmedBy }) => <li key={entryId}>{t(`paper.line.${how}`, { group: nameOf(groupId), n: Object.values(counts).reduce<number>((sum, n) => sum + (n ?? 0), 0), entered: String(enteredBy), confirmed: String(confirmedBy) })}</li>)}</ul>
      {invalid === 0 ? null : <p>{t('paper.invalid', { n: invalid })}</p>}
    </section>
  );
}

/** The chain of decisions on one proposal, linked both ways. `hrefOf` where results have addresses. */
export function SupersedeLines({ vote, hrefOf }: { vote: VoteHead; hrefOf?: (voteId: string) => string }) {
  const t = useText();
  const { supersedes, supersededBy, agendaId } = vote;
  return (
    <>
      {supersededBy === null ? null : <p className="row"><Tag tone="warn">{t('super.by')}</Tag>{hrefOf === undefined ? null : <a href={hrefOf(supersededBy)}>{t('super.see')}</a>}</p>}
      {supersedes === null ? null : <p className="sm soft">{t('super.of')}. {supersedes.reason === '' ? null : <bdi>{t('super.reason', { reason: supersedes.reason })}</bdi>} {hrefOf === undefined ? null : <a href={hrefOf(supersedes.voteId)}>{t('super.before')}</a>}</p>}
      {agendaId === null ? null : <p className="sm soft">{t('agenda.of')}</p>}
    </>
  );
}
