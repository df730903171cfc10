import { useState } from 'react';
import { useI18n, useText } from '../../i18n/provider.js';
import { Button } from '../button.js';
import { Tag } from '../badge.js';
import { GroupFigures } from '../group-sign.js';
import { IconCheck, IconDots, IconFileText, IconHome, IconLock, IconMessageQuestion, IconMicrophone, IconMinus, IconX } from '../icons/index.js';
import { LanguageSwitch } from '../language-switch.js';
import { PhoneFrame } from '../layouts/phone-frame.js';
import { NetworkLine } from '../network-line.js';
import { PhaseBar } from '../phases.js';
import { RadioGroup } from '../radio-group.js';
import { RankList } from '../rank-list.js';
import { Ring } from '../ring.js';
import { SendState } from '../send-state.js';
import { TabBar } from '../tab-bar.js';
import { TextField } from '../text-field.js';
import { ITEMS, useDemo, useGroups, useRing } from './demo.js';

const LOST = Date.now() - 12_000;

function Tabs() {
  const { locale } = useI18n();
  const words = { ru: ['Сейчас', 'Вопросы', 'Слово', 'Предложения', 'Ещё'], ky: ['Азыр', 'Суроолор', 'Сөз', 'Сунуштар', 'Дагы'], en: ['Now', 'Questions', 'Floor', 'Proposals', 'More'] }[locale];
  const icons = [IconHome, IconMessageQuestion, IconMicrophone, IconFileText, IconDots];
  return <TabBar current="0" items={icons.map((Icon, index) => ({ id: String(index), label: words[index] ?? '', icon: <Icon />, href: '#', ...(index === 1 ? { news: '3' } : {}) }))} />;
}

export function NowScene() {
  const d = useDemo();
  const t = useText();
  const groups = useGroups();
  const ring = useRing();
  const figures = [{ value: 11, base: 18 }, { value: 16, base: 25 }, { value: 10, base: 16 }];
  return (
    <PhoneFrame title={d('dialogue')} action={<Button kind="primary" wide>{d('vote')}</Button>} tabs={<Tabs />} network={<NetworkLine lostAt={null} />}>
      <div><p className="over">{d('place')}</p><h2>{d('panel')}</h2></div>
      <PhaseBar phase="decision" />
      <section className="rule stack-2">
        <Tag tone="live" icon={<IconLock />}>{d('voted')}</Tag>
        <p className="lead"><b>3.2.</b> {d('proposal')}</p>
        <div className="split">
          <GroupFigures figures={groups.map((group, index) => ({ group, ...(figures[index] ?? { value: 0, base: 0 }) }))} />
          <Ring size={128} groups={ring(figures)} lead={d('voted')} center="37" under={t('ui.figure.of', { base: 59 })} />
        </div>
      </section>
    </PhoneFrame>
  );
}

export function VoteScene() {
  const d = useDemo();
  const t = useText();
  const [choice, setChoice] = useState<'yes' | 'no' | 'abstain' | null>('yes');
  const options = [{ value: 'yes', label: t('choice.yes'), icon: <IconCheck /> }, { value: 'no', label: t('choice.no'), icon: <IconX /> }, { value: 'abstain', label: t('choice.abstain'), icon: <IconMinus /> }] as const;
  return (
    <PhoneFrame title="3.2" onBack={() => undefined} action={<><SendState state="saved" /><Button kind="primary" wide>{d('cast')}</Button></>} tabs={<Tabs />} network={<NetworkLine lostAt={LOST} />}>
      <p className="lead">{d('proposal')}</p>
      <div className="pull stack-3">
        <RadioGroup label={t('phase.decision')} labelHidden options={options} value={choice} onChange={setChoice} />
        <p className="sm soft">{d('rule')}</p>
      </div>
    </PhoneFrame>
  );
}

export function RankScene() {
  const d = useDemo();
  const [order, setOrder] = useState<string[]>(['p1', 'p2', 'p3']);
  return (
    <PhoneFrame title={d('order')} onBack={() => undefined} action={<><SendState state="saved" /><Button kind="primary" wide>{d('send')}</Button></>} tabs={<Tabs />}>
      <h1>{d('order')}</h1>
      <RankList label={d('order')} items={ITEMS} value={order} onChange={setOrder} limit={5} />
    </PhoneFrame>
  );
}

export function JoinScene() {
  const d = useDemo();
  const [code, setCode] = useState('K7M-40');
  return (
    <PhoneFrame title={d('dialogue')} aside={<span />} action={<Button kind="primary" wide busy>{d('enter')}</Button>}>
      <LanguageSwitch look="all" />
      <h1>{d('panel')}</h1>
      <TextField label={d('code')} value={code} onChange={setCode} refusal={d('codeRefusal')} autoComplete="off" autoCapitalize="characters" spellCheck={false} />
    </PhoneFrame>
  );
}
