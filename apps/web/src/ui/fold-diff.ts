import type { DiffOp } from './diff.js';

/** Long stretches that stay are cut to what stands beside a change. `around`: characters on either side of it. */
export function folded(ops: readonly DiffOp[], around: number): DiffOp[] {
  return ops.map((op, i) => {
    const points = [...op.text];
    const [head, tail] = [i === 0 ? 0 : around, i === ops.length - 1 ? 0 : around];
    if (op.kind !== 'same' || points.length <= head + tail + 1) return op;
    return { kind: 'same', text: `${points.slice(0, head).join('')}…${tail === 0 ? '' : points.slice(-tail).join('')}` };
  });
}

/** The same, and what goes or comes in one long piece cut in its middle to `most` characters. */
export function shortened(ops: readonly DiffOp[], around: number, most: number): DiffOp[] {
  return folded(ops, around).map((op) => {
    const points = [...op.text];
    if (op.kind === 'same' || points.length <= most) return op;
    const head = Math.ceil((most - 1) / 2);
    return { kind: op.kind, text: `${points.slice(0, head).join('')}…${points.slice(head + 1 - most).join('')}` };
  });
}
