import { useText } from '../i18n/provider.js';
import { classes } from './classes.js';
import { useCssVars } from './css-vars.js';
import { toneClass, type GroupView } from './group.js';
import { GroupSign } from './group-sign.js';
import './votes.css';

export interface VoteFigures {
  yes: number;
  no: number;
  abstain: number;
  /** Threshold as a fraction of all that the bar shows (yes + abstain + no); a line across it. */
  mark?: number | undefined;
  /** How many yes were needed, when they were missed: the line is said in words and in the refusal's colour. */
  need?: number | undefined;
  /** Too few to show. */
  hidden?: boolean | undefined;
}

export interface GroupVotes extends VoteFigures { group: GroupView }

function Part({ kind, value }: { kind: 'y' | 'a' | 'n'; value: number }) {
  const ref = useCssVars({ '--v': value });
  return value === 0 ? null : <i ref={ref} className={kind} />;
}

function Stack({ figures }: { figures: VoteFigures }) {
  const { yes, no, abstain, mark } = figures;
  const ref = useCssVars({ '--at': mark ?? 0 });
  const isVoid = figures.hidden === true || yes + no + abstain === 0;
  return (
    <span ref={ref} className={classes('stack', mark !== undefined && 'at', isVoid && 'void')} aria-hidden>
      {isVoid ? null : <><Part kind="y" value={yes} /><Part kind="a" value={abstain} /><Part kind="n" value={no} /></>}
    </span>
  );
}

function Words({ figures }: { figures: VoteFigures }) {
  const t = useText();
  const { yes, no, abstain, need } = figures;
  const base = yes + no + abstain;
  if (figures.hidden === true) return <span className="words mute">{t('ui.figure.hidden')}</span>;
  if (base === 0) return <span className="words mute">{t('ui.votes.empty')}</span>;
  if (need !== undefined) return <span className="words fail">{t('ui.votes.missed', { yes, no, abstain, base, need })}</span>;
  return <span className="words">{t('ui.votes.figures', { yes, no, abstain, base })}</span>;
}

/** Result of a decision: everybody, then each group, each with its figures in words; the line is the threshold. */
export function VotesBars({ all, groups }: { all?: VoteFigures | undefined; groups: readonly GroupVotes[] }) {
  const t = useText();
  const hasMark = all?.mark !== undefined || groups.some((each) => each.mark !== undefined);
  return (
    <div>
      <ul className="votes">
        {all === undefined ? null : <li className="everyone"><b>{t('ui.votes.all')}</b><Words figures={all} /><Stack figures={all} /></li>}
        {groups.map((each) => <li key={each.group.id} className={toneClass(each.group.tone)}><GroupSign group={each.group} /><Words figures={each} /><Stack figures={each} /></li>)}
      </ul>
      <p className="votes-key" aria-hidden>
        <span className="y">{t('ui.votes.yes')}</span><span className="a">{t('ui.votes.abstain')}</span><span className="n">{t('ui.votes.no')}</span>
        {hasMark ? <span className="t">{t('ui.votes.threshold')}</span> : null}
      </p>
    </div>
  );
}
