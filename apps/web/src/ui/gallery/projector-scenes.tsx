import { useText } from '../../i18n/provider.js';
import { GradeMark } from '../badge.js';
import { GroupSign } from '../group-sign.js';
import { ProjectorFrame } from '../layouts/projector-frame.js';
import { QrCode } from '../qr-code.js';
import { Ring } from '../ring.js';
import { Timer } from '../timer.js';
import { useDemo, useGroups, useRing } from './demo.js';

export function ResultOnScreen() {
  const d = useDemo();
  const t = useText();
  const ring = useRing();
  const groups = ring([{ value: 13, base: 16, abstain: 1, no: 2, mark: 0.5, holds: true }, { value: 20, base: 21, no: 1, mark: 0.5, holds: true }, { value: 7, base: 15, abstain: 3, no: 5, mark: 0.5, holds: false }]);
  return (
    <ProjectorFrame columns="left" top={<><span>{d('place')}</span><b>{d('panel')}</b></>} bottom={<><span>{t('ui.votes.no')}</span><span>{t('ui.votes.abstain')}</span></>}>
      <Ring size={440} mode="vote" labels type={0.066} groups={groups} lead={d('voted')} center="40" under={t('ui.figure.yesOf', { base: 52 })} />
      <div><p className="soft">3.2 {d('short')}</p><GradeMark grade="majority" /><p className="clause"><span className="fail">{d('short')}</span>{d('order')}</p></div>
    </ProjectorFrame>
  );
}

export function QuestionOnScreen() {
  const d = useDemo();
  const [group] = useGroups();
  return (
    <ProjectorFrame columns="right" top={<span>{d('place')}</span>}>
      <div><p className="say">{d('question')}</p><p className="under">{group === undefined ? null : <GroupSign group={group} />}<bdi>Рустам Юлдашев</bdi></p></div>
      <Timer turn={{ startedAt: 0, limitMs: 240_000, pausedAt: 80_000, pausedMs: 0 }} offsetMs={0} bar />
    </ProjectorFrame>
  );
}

export function JoinOnScreen() {
  const d = useDemo();
  return <ProjectorFrame columns="right" top={<b>{d('dialogue')}</b>}><div><p className="say short">{d('enter')}</p></div><QrCode value="https://tegerek.example/j" level="Q" /></ProjectorFrame>;
}
