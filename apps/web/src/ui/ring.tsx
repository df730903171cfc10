import { useId, type ReactNode } from 'react';
import { useFormat, useText } from '../i18n/provider.js';
import { toneClass } from './group.js';
import { TonePattern } from './ring-pattern.js';
import { arcPath, bandPath, equalShares, measure, notchPath, point, sectors, type RingGroup, type RingMeasures, type RingMode, type Sector } from './ring-shape.js';
import { ringWords } from './ring-words.js';
import './ring.css';

export type { RingGroup, RingMode } from './ring-shape.js';

export interface RingProps {
  mode?: RingMode | undefined;
  /** Side in px (projector: its own units, the frame scales it): 64 a list, 84 the console's head, 128 the phone, 216 the console's centre, 440 the projector. */
  size?: number | undefined;
  groups: readonly RingGroup[];
  /** What is counted with its total, in words: «Проголосовали 37 из 59». The groups are added for the accessible name. */
  lead: string;
  /** In the middle: the figure, and below it «из 59». */
  center?: string | undefined;
  under?: string | undefined;
  /** Names and figures outside instead of plates; from 160 px. */
  labels?: boolean | undefined;
  /** Label size as a share of the size; the projector takes 0.066. */
  type?: number | undefined;
}

const MOST_CHAIRS = 60;

interface Drawn { sector: Sector; m: RingMeasures; mode: RingMode; fill: string }

/** Yes as pattern, abstain as tint, no as crosses; each seat a chair where there is room. */
function Band({ sector, m, mode, fill }: Drawn) {
  const { group, from, to, filledTo, angleOf } = sector;
  const abstain = mode === 'vote' && group.hidden !== true ? group.abstain ?? 0 : 0;
  return (
    <>
      <path className="track" d={bandPath(m.inner, m.outer, from, to)} />
      {abstain > 0 ? <path className="abst" d={bandPath(m.inner, m.outer, filledTo, angleOf(group.value + abstain))} /> : null}
      {filledTo > from ? <path d={bandPath(m.inner, m.outer, from, filledTo)} fill={`url(#${fill})`} /> : null}
      {mode === 'vote' && group.hidden !== true && m.size >= 120 ? <Crosses sector={sector} m={m} /> : null}
      {mode !== 'time' && m.size >= 280 && group.base <= MOST_CHAIRS ? <path className="chair" strokeWidth={m.line * 1.6} d={chairs(sector, m)} /> : null}
      <path className="edge" strokeWidth={m.line * 1.1} strokeDasharray={dashes(sector, m)} d={bandPath(m.inner, m.outer, from, to)} />
    </>
  );
}

function dashes({ group, isAway }: Sector, m: RingMeasures): string | undefined {
  if (group.hidden === true) return `${m.line} ${m.line * 3}`;
  return isAway ? `${m.line * 3} ${m.line * 2.4}` : undefined;
}

function chairs({ group, angleOf }: Sector, m: RingMeasures): string {
  return Array.from({ length: Math.max(0, group.base - 1) }, (_, k) => notchPath(m.outer - m.thickness * 0.2, m.outer, angleOf(k + 1))).join('');
}

function Crosses({ sector, m }: { sector: Sector; m: RingMeasures }) {
  const { group, angleOf, from, to } = sector;
  const arm = Math.min(m.thickness * 0.2, ((to - from) / (group.base || 1)) * m.middle * 0.28);
  const first = group.value + (group.abstain ?? 0);
  const d = Array.from({ length: group.no ?? 0 }, (_, k) => {
    const [x, y] = point(m.middle, angleOf(first + k + 0.5));
    return `M${x - arm} ${y - arm}l${2 * arm} ${2 * arm}m0 ${-2 * arm}l${-2 * arm} ${2 * arm}`;
  }).join('');
  return d === '' ? null : <path className="no" strokeWidth={m.line * 1.4} d={d} />;
}

/** The letters on the band. */
function Plate({ sector, m, mode }: Omit<Drawn, 'fill'>) {
  const { group, from, to } = sector;
  const radius = Math.max(6.6, m.thickness * 0.44);
  if ((to - from) * m.middle < radius * 2) return null;
  const [x, y] = point(m.middle, from + (to - from) * (mode === 'time' ? 0.5 : Math.max(0.26, radius / ((to - from) * m.middle))));
  return (
    <>
      <circle className="plate" cx={x} cy={y} r={radius} />
      <text className="sign" x={x} y={y} fontSize={Number((radius * (group.sign.length > 1 ? 1.15 : 1.4)).toFixed(1))}>{group.sign}</text>
    </>
  );
}

function sideOf(cos: number): 'at-start' | 'at-end' | '' {
  if (cos > 0.2) return 'at-start';
  return cos < -0.2 ? 'at-end' : '';
}

/** Name and figures outside the band. */
function Label({ sector, m, type, figure }: { sector: Sector; m: RingMeasures; type: number; figure: string }) {
  const [x, y] = point(m.outer + m.size * 0.085 + (sector.isAway ? m.away : 0), sector.mid);
  const font = Math.max(12, m.size * type);
  const sin = Math.sin(sector.mid);
  const side = sideOf(Math.cos(sector.mid));
  let dy = 0;
  if (sin > 0.8) dy = font * 0.9;
  if (sin < -0.8) dy = -font * 1.2;
  return (
    <>
      <text className={`name ${side}`} x={x} y={y + dy} fontSize={font}>{sector.group.name}</text>
      <text className={`fig ${side}`} x={x} y={y + dy + font * 1.25} fontSize={font}>{figure}</text>
    </>
  );
}

function Over({ drawn, m, mode }: { drawn: readonly Sector[]; m: RingMeasures; mode: RingMode }): ReactNode {
  const isKnown = drawn.some(({ group }) => group.holds !== undefined);
  return (
    <>
      {drawn.map(({ group, start, end }) => (group.holds === true ? <path key={group.id} className="circle" strokeWidth={Math.max(2, m.size / 110)} d={arcPath(m.circle, start, end - 0.0001)} /> : null))}
      {mode === 'time' ? equalShares(drawn.length).map((angle) => <path key={angle} className="notch" strokeWidth={m.line * 2.2} d={notchPath(m.circle - m.size * 0.025, m.inner - 1, angle)} />) : null}
      {isKnown ? null : <circle className="table" r={m.circle} strokeWidth={m.line} />}
    </>
  );
}

function centreSize(size: number, text: string): number {
  if (size < 90) return size * 0.24;
  return size < 120 ? size * 0.21 : Math.min(size * 0.2, (size * 0.62) / (text.length * 0.5 + 0.6));
}

function Centre({ size, room, center, under }: { size: number; room: number; center: string; under: string | undefined }) {
  const font = centreSize(size, center);
  // below the middle the circle is narrower
  const [below, length] = [font * 0.62, under?.length ?? 1];
  const small = Math.min(Math.max(11, size * 0.058), (1.7 * Math.sqrt(Math.max(0, room ** 2 - below ** 2))) / (length * 0.55));
  return (
    <>
      <text className="big" y={under === undefined ? 0 : -font * 0.12} fontSize={Number(font.toFixed(1))}>{center}</text>
      {under === undefined ? null : <text className="small" y={below} fontSize={small}>{under}</text>}
    </>
  );
}

/**
 * The round table itself: each group an equal sector whatever its size (for speaking time a share of the total).
 * Where a group's clause holds the inner circle passes; where it fails the circle is open and the sector stands back.
 */
export function Ring({ mode = 'presence', size = 128, groups, lead, center, under, labels = false, type = 0.044 }: RingProps) {
  const t = useText();
  const format = useFormat();
  const id = useId();
  const m = measure(size);
  const drawn = sectors(mode, groups, m);
  const padX = labels ? size * (type > 0.05 ? 0.4 : 0.36) : 0;
  const padY = labels ? size * 0.15 : 0;
  const figureOf = (group: RingGroup) => group.figure ?? (group.hidden === true ? t('ui.figure.hidden') : t(mode === 'vote' ? 'ui.figure.yes' : 'ui.figure', { value: group.value, base: group.base }));
  const box = [-size / 2 - padX, -size / 2 - padY, size + 2 * padX, size + 2 * padY];
  return (
    <div className="ring">
      <svg viewBox={box.join(' ')} width={box[2]} height={box[3]} role="img" aria-label={ringWords(mode, groups, lead, t, format)}>
        <defs>{drawn.map(({ group }, index) => <TonePattern key={group.id} id={`${id}${index}`} tone={group.tone} unit={m.tile} />)}</defs>
        {drawn.map((sector, index) => (
          <g key={sector.group.id} className={toneClass(sector.group.tone)} transform={sector.isAway ? `translate(${point(m.away, sector.mid).join(' ')})` : undefined}>
            <Band sector={sector} m={m} mode={mode} fill={`${id}${index}`} />
            {sector.group.mark !== undefined && size >= 100 ? <path className="notch" strokeWidth={m.line * 2.2} d={notchPath(m.inner - m.thickness * 0.16, m.outer + m.thickness * 0.16, sector.angleOf(sector.group.mark * sector.group.base))} /> : null}
            {labels ? <Label sector={sector} m={m} type={type} figure={figureOf(sector.group)} /> : <Plate sector={sector} m={m} mode={mode} />}
          </g>
        ))}
        <Over drawn={drawn} m={m} mode={mode} />
        {center === undefined ? null : <Centre size={size} room={m.circle} center={center} under={under} />}
      </svg>
    </div>
  );
}
