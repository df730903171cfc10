import { toneClass } from './group.js';

const TURNS = [45, 45, 0, 0, 0, -45, 0] as const;

function Mark({ tone, unit }: { tone: number; unit: number }) {
  const width = Number((unit * 0.3).toFixed(2));
  const half = unit / 2;
  if (tone === 1) return <circle className="pat-fill" cx={half} cy={half} r={Number((unit * 0.22).toFixed(2))} />;
  if (tone === 6) return <path className="pat-fill" d={`M0 0h${half}v${unit}h${half}v-${half}H0z`} />;
  const lines = [`M0 0V${unit}`, '', `M0 ${half}H${unit}`, `M${half} 0V${unit}`, `M0 0V${unit}M0 0H${unit}`, `M0 0V${unit}`];
  return <path className="pat-line" d={lines[tone] ?? ''} strokeWidth={width} opacity={tone === 4 ? 1 : 0.75} />;
}

/** The group's colour and pattern as a fill for paths: hatch, dots, rows, columns, grid, counter-hatch, checks. */
export function TonePattern({ id, tone, unit }: { id: string; tone: number; unit: number }) {
  const index = ((tone % TURNS.length) + TURNS.length) % TURNS.length;
  return (
    <pattern id={id} className={toneClass(tone)} width={unit} height={unit} patternUnits="userSpaceOnUse" patternTransform={`rotate(${TURNS[index] ?? 0})`}>
      <rect className="pat-back" width={unit} height={unit} />
      <Mark tone={index} unit={unit} />
    </pattern>
  );
}
