import { useState } from 'react';
import type { CoreSlice, DecisionRule } from '@tegerek/contracts/wire';
import { useText } from '../../../i18n/provider.js';
import { useAct } from '../../../live/use-act.js';
import { Button } from '../../../ui/button.js';
import type { GroupView } from '../../../ui/group.js';
import { Note } from '../../../ui/notes.js';
import { ActNote } from '../../../ui/staff/act-note.js';
import { RuleFields } from '../../../ui/staff/rule-fields.js';
import { RuleList } from '../../../ui/staff/rule-list.js';
import { RuleTry } from './rule-try.js';

/** The rule of all decisions, in words and as data, with a try-out beside it. Frozen with each decision when that opens. */
export function RuleEditor({ core, rule, groups, mayEdit }: { core: CoreSlice; rule: DecisionRule; groups: readonly GroupView[]; mayEdit: boolean }) {
  const t = useText();
  const act = useAct();
  const [edited, setEdited] = useState<DecisionRule | null>(null);
  const ids = core.groups.map((group) => group.id);
  const value: DecisionRule = edited ?? rule;
  const change = (part: Partial<DecisionRule>) => setEdited({ ...value, groups: ids, ...part });
  const save = async () => { if (edited !== null && await act.run('dialogue.set-rule', { rule: edited })) setEdited(null); };
  const isStrange = ids.some((id) => !value.groups.includes(id)) || value.groups.some((id) => !ids.includes(id));
  return (
    <div className="two">
      <section className="stack-4">
        <div><p className="over">{t('desk.rule.for-all')}</p><h1>{t('desk.rule.title')}</h1></div>
        <RuleList rule={value} groups={groups} />
        {isStrange ? <Note>{t('desk.rule.groups-changed')} <Button mini onClick={() => change({ requiredGroups: ids })}>{t('desk.rule.groups-fix')}</Button></Note> : null}
        <fieldset className="stack-4 bare rule" disabled={!mayEdit}>
          <RuleFields rule={value} groups={groups} onChange={change} />
          <div className="row"><Button kind={edited === null ? 'secondary' : 'primary'} busy={act.isBusy} disabled={edited === null} onClick={() => { void save(); }}>{edited === null ? t('console.saved') : t('desk.rule.save')}</Button>{edited === null ? null : <Button kind="quiet" onClick={() => { act.clear(); setEdited(null); }}>{t('console.discard')}</Button>}</div>
          <ActNote act={act} />
        </fieldset>
        <Note kind="info">{t('desk.rule.frozen')}</Note>
      </section>
      <section className="desk-aside"><RuleTry rule={value} groups={groups} seats={core.seatsByGroup} /></section>
    </div>
  );
}
