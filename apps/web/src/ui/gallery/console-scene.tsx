import { useFormat, useText } from '../../i18n/provider.js';
import { GradeMark, Tag } from '../badge.js';
import { Button } from '../button.js';
import { GroupFigures, GroupSign } from '../group-sign.js';
import { IconArrowRight, IconDeviceProjector, IconHandStop, IconKeyboard, IconLock, IconScreenShare } from '../icons/index.js';
import { ConsoleFrame } from '../layouts/console-frame.js';
import { PhaseList } from '../phases.js';
import { Ring } from '../ring.js';
import { useDemo, useGroups, useRing } from './demo.js';

const NOON = Date.UTC(2026, 3, 24, 8, 33);
const MINUTE = 60_000;

function Head() {
  const d = useDemo();
  const t = useText();
  const groups = useGroups();
  const ring = useRing();
  const { time, duration } = useFormat();
  const present = [{ value: 18, base: 22, holds: true }, { value: 25, base: 28, holds: true }, { value: 16, base: 20, holds: true }];
  const spoken = [21, 18, 8];
  return (
    <>
      <div className="title"><p className="over">{d('place')}</p><h1>{d('panel')}</h1></div>
      <div className="gauge"><Ring size={84} groups={ring(present)} lead={d('voted')} center="59" /><GroupFigures figures={groups.map((group, index) => ({ group, value: present[index]?.value ?? 0, base: present[index]?.base ?? 0 }))} /></div>
      <div className="gauge"><Ring size={84} mode="time" groups={ring(spoken.map((value) => ({ value: value * MINUTE, base: 0 })))} lead={d('voted')} center="47" /><ul className="figures">{groups.map((group, index) => <li key={group.id}><GroupSign group={group} /><span className="value">{duration((spoken[index] ?? 0) * MINUTE)}</span></li>)}</ul></div>
      <div className="status"><b>{time(NOON)}</b><span className="dot">{t('ui.network.back')}</span><span className="opt"><bdi>Жылдыз О.</bdi></span></div>
    </>
  );
}

export function ConsoleScene() {
  const d = useDemo();
  const t = useText();
  const groups = useGroups();
  const ring = useRing();
  const turnout = [{ value: 16, base: 18, mark: 0.5, holds: true }, { value: 19, base: 25, mark: 0.5, holds: true }, { value: 14, base: 16, mark: 0.5, holds: true }];
  const nav = <><section><h2>{t('ui.phases')}</h2><PhaseList phase="decision" beganAt={{ open: NOON - 60 * MINUTE, discussion: NOON - 55 * MINUTE, formulation: NOON - 12 * MINUTE, decision: NOON - 2 * MINUTE }} /></section><ol className="agenda"><li><span>3.1</span><span>{d('short')}</span><GradeMark grade="consensus" /></li><li className="on"><span>3.2</span><span>{d('short')}</span><Tag tone="live">{t('phase.decision')}</Tag></li></ol></>;
  const side = <><section><div className="head2"><h2>{d('order')}</h2><b>2</b></div><ol>{groups.slice(0, 2).map((group, index) => <li key={group.id} className="turn"><span className="n">{index + 1}</span><span><span className="who"><bdi>Ольга Петренко</bdi></span> <GroupSign group={group} /></span><Button mini disabled={index === 1}>{d('vote')}</Button></li>)}</ol></section><section><div className="head2"><h2>{d('order')}</h2></div><ul>{[1, 2, 3].map((n) => <li key={n} className="q"><p className="q-text"><b>3.{n}</b> {d('short')}</p><Button mini>{d('vote')}</Button></li>)}</ul></section></>;
  const foot = <><div className="screen-mini live"><b>49</b>{d('short')}</div><div className="grow"><Tag tone="live" icon={<IconDeviceProjector />}>{d('short')}</Tag></div><IconArrowRight /><div className="screen-mini"><b>3.2</b></div><span className="end" /><Button kbd="B">{t('ui.cancel')}</Button><Button icon={<IconScreenShare />} kbd="P">{d('vote')}</Button><Button kind="quiet" icon={<IconKeyboard />} aria-label="?" /></>;
  return (
    <ConsoleFrame head={<Head />} nav={nav} side={side} foot={foot} names={{ nav: t('ui.phases'), side: d('order') }}>
      <section><p className="row"><Tag tone="live" icon={<IconLock />}>{d('voted')}</Tag><span className="end sm soft">3.2</span></p><h2>{d('proposal')}</h2></section>
      <section className="row"><Ring size={216} groups={ring(turnout)} lead={d('voted')} center="49" under={t('ui.figure.of', { base: 59 })} /><div className="grow"><GroupFigures table figures={groups.map((group, index) => ({ group, value: turnout[index]?.value ?? 0, base: turnout[index]?.base ?? 0, note: <span className="hold">{t('ui.send.accepted')}</span> }))} /></div></section>
      <section className="rule"><ul className="rule-words"><li><span>{t('phase.decision')}</span><b>{d('rule')}</b></li></ul></section>
      <div className="do"><Button kind="primary" icon={<IconLock />} kbd="⏎">{d('vote')}</Button><Button icon={<IconHandStop />}>{d('send')}</Button></div>
    </ConsoleFrame>
  );
}
