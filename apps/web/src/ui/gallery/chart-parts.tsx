import { useState } from 'react';
import { useText } from '../../i18n/provider.js';
import { GroupFigures, GroupPlate, GroupSign } from '../group-sign.js';
import { PairwiseTable } from '../pairwise-table.js';
import { QrCode } from '../qr-code.js';
import { RankList } from '../rank-list.js';
import { Ring, type RingGroup } from '../ring.js';
import { VotesBars } from '../votes-bars.js';
import { ITEMS, useDemo, useGroups, useRing } from './demo.js';
import { Part } from './form-parts.js';

const RESULT = [{ value: 13, base: 16, abstain: 1, no: 2, mark: 0.5, holds: true }, { value: 20, base: 21, no: 1, mark: 0.5, holds: true }, { value: 7, base: 15, abstain: 3, no: 5, mark: 0.5, holds: false }];
const MINUTE = 60_000;
const SEVEN: RingGroup[] = [13, 20, 7, 9, 11, 12, 13].map((value, tone) => ({ id: String(tone), name: String(tone + 1), sign: String(tone + 1), tone, value, base: value < 16 ? 16 : 21 }));

function Rings() {
  const d = useDemo();
  const t = useText();
  const ring = useRing();
  const lead = d('voted');
  return (
    <div className="flow">
      <Ring size={64} lead={lead} center="59" groups={ring([{ value: 18, base: 22, holds: true }, { value: 25, base: 28, holds: true }, { value: 16, base: 20, holds: true }])} />
      <Ring size={84} lead={lead} center="49" groups={ring([{ value: 18, base: 22, holds: true }, { value: 25, base: 28, holds: true }, { value: 6, base: 20, holds: false }])} />
      <Ring size={84} mode="support" lead={lead} center="34" groups={ring([{ value: 9, base: 18 }, { value: 18, base: 25 }, { value: 7, base: 16 }])} />
      <Ring size={84} mode="time" lead={lead} center="47" groups={ring([{ value: 21 * MINUTE, base: 0 }, { value: 18 * MINUTE, base: 0 }, { value: 8 * MINUTE, base: 0 }])} />
      <Ring size={84} mode="time" lead={lead} center="0" groups={ring([{ value: 0, base: 0 }, { value: 0, base: 0 }, { value: 0, base: 0 }])} />
      <Ring size={128} mode="vote" lead={lead} center="51" groups={ring([{ value: 17, base: 17, holds: true }, { value: 20, base: 20, holds: true }, { value: 14, base: 14, holds: true }])} />
      <Ring size={128} mode="vote" lead={lead} center="33" groups={ring([{ value: 13, base: 16, abstain: 1, no: 2, holds: true }, { value: 20, base: 21, no: 1, holds: true }, { value: 0, base: 4, hidden: true, holds: true }])} />
      <Ring size={160} lead={lead} center="7" under={t('ui.figure.of', { base: 9 })} groups={SEVEN} />
      <Ring size={128} lead={lead} center="5" groups={SEVEN.slice(0, 1)} />
      <Ring size={360} mode="vote" labels lead={lead} center="40" under={t('ui.figure.yesOf', { base: 52 })} groups={ring(RESULT)} />
    </div>
  );
}

export function ChartParts() {
  const d = useDemo();
  const groups = useGroups();
  const [order, setOrder] = useState<string[]>(['p1', 'p2', 'p3']);
  const votes = groups.map((group, index) => { const figures = RESULT[index]; return { group, yes: figures?.value ?? 0, no: figures?.no ?? 0, abstain: figures?.abstain ?? 0, mark: 0.5, ...(index === 2 ? { need: 8 } : {}) }; });
  return (
    <main className="kit">
      <Part name="Ring"><Rings /></Part>
      <Part name="GroupSign, GroupFigures">
        <div className="cols">
          <div className="flow">{groups.map((group) => <GroupSign key={group.id} group={group} />)}{groups.map((group) => <GroupPlate key={group.id} group={group} />)}</div>
          <GroupFigures table figures={groups.map((group, index) => ({ group, value: 16 - index, base: 18, note: <span className="hold">{d('voted')}</span> }))} />
        </div>
      </Part>
      <Part name="VotesBars"><VotesBars all={{ yes: 40, no: 8, abstain: 4, mark: 2 / 3 }} groups={[...votes, { group: { id: 'x', name: 'X', sign: 'X', tone: 5 }, yes: 0, no: 0, abstain: 0 }]} /></Part>
      <Part name="RankList"><div className="cols"><RankList label={d('order')} items={ITEMS} value={order} onChange={setOrder} limit={5} /></div></Part>
      <Part name="PairwiseTable"><PairwiseTable caption={d('order')} items={ITEMS.slice(0, 5)} wins={(a, b) => (Number(a.slice(1)) < Number(b.slice(1)) ? 30 + Number(b.slice(1)) * 4 : 24 - Number(a.slice(1)) * 4)} /></Part>
      <Part name="QrCode"><QrCode value="https://tegerek.example/join#K7M4QZ" /></Part>
    </main>
  );
}
