import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** [where the import stands, what it says]; each row must be refused by the rule of its folder. */
const REFUSED: readonly (readonly [file: string, statement: string])[] = [
  // contracts: zod in schema/ only
  ['packages/contracts/src/schema/question/ask.ts', `import '@tegerek/rules';`],
  ['packages/contracts/src/schema/question/ask.ts', `import { readFileSync } from 'node:fs';`],
  ['packages/contracts/src/index.ts', `import { z } from 'zod';`],
  ['packages/contracts/src/wire/limits.ts', `import { z } from 'zod';`],
  ['packages/contracts/src/wire/limits.ts', `import { registry } from '../schema/registry.js';`],
  // rules, replica: contracts and libraries of cryptography
  ['packages/rules/src/may.ts', `import '@tegerek/replica';`],
  ['packages/rules/src/may.ts', `import { readFileSync } from 'node:fs';`],
  ['packages/rules/src/may.ts', `import 'typeorm';`],
  ['packages/replica/src/fold/apply.ts', `import '@tegerek/tally';`],
  ['packages/replica/src/fold/apply.ts', `import { io } from 'socket.io-client';`],
  ['packages/replica/src/fold/apply.ts', `import 'react';`],
  ['packages/replica/src/fold/apply.ts', `import '../../../rules/src/index.js'; export * from '../../../../apps/api/src/main.js';`],
  // tally and ballot: of contracts only types, ballot the values of wire/ too
  ['packages/tally/src/yes-no/count.ts', `import { limits } from '@tegerek/contracts';`],
  ['packages/tally/src/yes-no/count.ts', `import { limits } from '@tegerek/contracts/wire';`],
  ['packages/tally/src/yes-no/count.ts', `import '@tegerek/ballot';`],
  ['packages/tally/src/yes-no/count.ts', `import { performance } from 'node:perf_hooks';`],
  ['packages/ballot/src/codes.ts', `import { commands } from '@tegerek/contracts';`],
  ['packages/ballot/src/codes.ts', `import { randomBytes } from 'node:crypto';`],
  ['packages/ballot/src/codes.ts', `import '@tegerek/rules';`],
  // drafting: of contracts only types, and the library of differences
  ['packages/drafting/src/diff/diff-words.ts', `import { limits } from '@tegerek/contracts';`],
  ['packages/drafting/src/diff/diff-words.ts', `import '@tegerek/tally';`],
  ['packages/drafting/src/diff/diff-words.ts', `import { performance } from 'node:perf_hooks';`],
  // verify: the pure packages, no Node, never the server
  ['packages/verify/src/chain.ts', `import { readFileSync } from 'node:fs';`],
  ['packages/verify/src/chain.ts', `import '@tegerek/api/main';`],
  ['packages/verify/src/chain.ts', `import '@tegerek/cli';`],
  // cli: packages, Node
  ['packages/cli/src/commands/verify.ts', `import '@tegerek/api/platform/db/migrate';`],
  ['packages/cli/src/commands/verify.ts', `import '../../../../apps/api/src/main.js';`],
  ['packages/cli/src/commands/verify.ts', `import '@tegerek/testkit';`],
  ['packages/cli/src/commands/verify.ts', `import 'typeorm';`],
  // api domain/: pure
  ['apps/api/src/modules/questions/domain/ask-question.ts', `import { Injectable } from '@nestjs/common';`],
  ['apps/api/src/modules/questions/domain/ask-question.ts', `import 'typeorm';`],
  ['apps/api/src/modules/questions/domain/ask-question.ts', `import { randomUUID } from 'node:crypto';`],
  ['apps/api/src/modules/questions/domain/ask-question.ts', `import '../store/question.store.js';`],
  ['apps/api/src/modules/questions/domain/ask-question.ts', `import '../handlers/ask-question.handler.js';`],
  ['apps/api/src/modules/questions/domain/ask-question.ts', `import '../../panels/index.js';`],
  ['apps/api/src/modules/questions/domain/ask-question.ts', `import '../../../platform/clock/clock.js';`],
  ['apps/api/src/modules/questions/domain/ask-question.ts', `import '@tegerek/replica';`],
  // api handlers/: their module, others' index.js, rules, platform/
  ['apps/api/src/modules/questions/handlers/ask-question.handler.ts', `import '../../panels/store/panel.store.js';`],
  ['apps/api/src/modules/questions/handlers/ask-question.handler.ts', `import '../../panels/panels.module.js';`],
  ['apps/api/src/modules/questions/handlers/ask-question.handler.ts', `import '../../../transport/live/gateway.js';`],
  ['apps/api/src/modules/questions/handlers/ask-question.handler.ts', `import 'typeorm';`],
  ['apps/api/src/modules/questions/handlers/ask-question.handler.ts', `import '@tegerek/verify';`],
  // api store/, read/: their domain/, contracts, TypeORM, platform/
  ['apps/api/src/modules/questions/store/question.store.ts', `import '../../panels/index.js';`],
  ['apps/api/src/modules/questions/store/question.store.ts', `import '../handlers/ask-question.handler.js';`],
  ['apps/api/src/modules/questions/store/question.store.ts', `import '../../../transport/http/routes.js';`],
  ['apps/api/src/modules/questions/store/question.store.ts', `import '@tegerek/tally';`],
  ['apps/api/src/modules/questions/read/question.slice.ts', `import '../../panels/store/panel.row.js';`],
  ['apps/api/src/modules/questions/read/question.slice.ts', `import { io } from 'socket.io';`],
  // api modules from outside, transport/, platform/
  ['apps/api/src/modules/questions/questions.module.ts', `import '../panels/store/panel.store.js';`],
  ['apps/api/src/modules/questions/index.ts', `import '../../transport/live/gateway.js';`],
  ['apps/api/src/transport/live/gateway.ts', `import '../../modules/questions/index.js';`],
  ['apps/api/src/transport/live/gateway.ts', `import '@tegerek/replica';`],
  ['apps/api/src/platform/log/log.store.ts', `import '../../modules/questions/index.js';`],
  ['apps/api/src/platform/log/log.store.ts', `import '../../transport/live/rooms.js';`],
  ['apps/api/src/platform/log/log.store.ts', `import '@tegerek/verify';`],
  ['apps/api/src/main.ts', `import '@tegerek/testkit';`],
  // web live/ and features/
  ['apps/web/src/live/store.ts', `import '../features/questions/list.js';`],
  ['apps/web/src/live/store.ts', `import '../ui/button.js';`],
  ['apps/web/src/live/store.ts', `import '@tegerek/rules';`],
  ['apps/web/src/live/store.ts', `import { commands } from '@tegerek/contracts';`],
  ['apps/web/src/features/questions/phone/ask.tsx', `import '../../panels/phone/now.js';`],
  ['apps/web/src/features/questions/console/list.tsx', `import '../../panels/console/phases.js';`],
  ['apps/web/src/features/questions/labels.ts', `import '../panels/labels.js';`],
  ['apps/web/src/features/questions/console/list.tsx', `import { io } from 'socket.io-client';`],
  ['apps/web/src/features/questions/console/list.tsx', `import '@tegerek/replica';`],
  ['apps/web/src/features/questions/console/list.tsx', `import '../../../surfaces/console/frame.js';`],
  ['apps/web/src/features/questions/phone/ask.tsx', `import '../../../surfaces/phone/frame.js';`],
  ['apps/web/src/features/questions/phone/ask.tsx', `import '../../../surfaces/console/kit/table.js';`],
  ['apps/web/src/features/questions/phone/ask.tsx', `import { z } from 'zod';`],
  ['apps/web/src/features/questions/phone/ask.tsx', `import { commands } from '@tegerek/contracts';`],
  ['apps/web/src/surfaces/phone/frame.tsx', `import { z } from 'zod';`],
  ['apps/web/src/app/entry.tsx', `import '@tegerek/api/main';`],
  ['apps/web/src/app/entry.tsx', `import 'typeorm';`],
  // testkit: tests and benches only
  ['packages/rules/src/phases.ts', `import '@tegerek/testkit';`],
  ['apps/web/src/ui/button.tsx', `import '@tegerek/testkit';`],
];

/** What the same rules must let through. */
const ALLOWED: readonly (readonly [file: string, statement: string])[] = [
  ['packages/contracts/src/schema/question/ask.ts', `import { z } from 'zod';`],
  ['packages/contracts/src/wire/index.ts', `export type * from '../schema/registry.js';`],
  ['packages/rules/src/may.ts', `import '@tegerek/contracts/wire';`],
  ['packages/replica/src/state-hash.ts', `import { sha256 } from '@noble/hashes/sha2.js';`],
  ['packages/tally/src/yes-no/count.ts', `import type { Rule } from '@tegerek/contracts';`],
  ['packages/ballot/src/codes.ts', `import '@tegerek/contracts/wire';`],
  ['packages/drafting/src/diff/diff-words.ts', `import { diffArrays } from 'diff'; import type { Lang } from '@tegerek/contracts';`],
  ['packages/verify/src/chain.ts', `import '@tegerek/replica';`],
  ['packages/cli/src/commands/verify.ts', `import 'node:fs'; import '@tegerek/verify';`],
  ['apps/api/src/modules/questions/domain/ask-question.ts', `import './question.js'; import '@tegerek/rules';`],
  ['apps/api/src/modules/questions/handlers/ask-question.handler.ts', `import '../../panels/index.js'; import '../domain/ask-question.js';`],
  ['apps/api/src/modules/questions/handlers/ask-question.handler.ts', `import '../../../platform/commands/work.js'; import '../store/question.store.js';`],
  ['apps/api/src/modules/questions/store/question.row.ts', `import 'typeorm'; import '../../../platform/db/columns.js'; import '../domain/question.js';`],
  ['apps/api/src/app.module.ts', `import './modules/questions/index.js';`],
  ['apps/web/src/live/store.ts', `import '@tegerek/replica'; import { io } from 'socket.io-client';`],
  ['apps/web/src/features/questions/phone/ask.tsx', `import '../../../live/send.js'; import '../../../ui/button.js'; import '../labels.js'; import '@tegerek/rules';`],
  ['apps/api/src/main.int.test.ts', `import '@tegerek/testkit';`],
  ['apps/api/src/platform/slices/folds.ts', `import '@tegerek/replica'; import '@tegerek/ballot';`],
  ['apps/web/src/surfaces/phone/inside.tsx', `import '../../features/questions/phone/ask.js'; import '../../live/index.js';`],
  ['apps/web/src/features/questions/phone/ask.tsx', `import '../../../surfaces/phone/kit/may.js';`],
  ['apps/web/src/features/questions/console/list.tsx', `import '../../../surfaces/console/kit/table.js';`],
  ['bench/run.mjs', `import '@tegerek/testkit';`],
];

/** Faults that other rules must find, by rule. */
const OTHERS: readonly (readonly [rule: string, file: string, text: string])[] = [
  ['no-restricted-globals', 'apps/api/src/modules/panels/domain/open-panel.ts', 'export const at = Date.now();'],
  ['no-restricted-globals', 'packages/rules/src/clock.ts', 'export const at = new Date();'],
  ['no-process-env', 'apps/api/src/modules/panels/panels.module.ts', `export const port = process.env['PORT'];`],
  ['no-explicit-any', 'packages/rules/src/loose.ts', 'export const loose: any = 1;'],
  ['no-default-export', 'packages/rules/src/default.ts', 'export default 1;'],
  ['no-disabled-tests', 'packages/rules/src/skipped.test.ts', `import { it } from '@jest/globals'; it.skip('later', () => undefined);`],
  ['no-warning-comments', 'packages/rules/src/later.ts', '// TODO: later\nexport const later = 1;'],
  ['max-lines', 'packages/rules/src/long.ts', Array.from({ length: 401 }, (_, n) => `export const line${n} = ${n};`).join('\n')],
  ['max-lines-per-function', 'packages/rules/src/deep.ts', `export function deep(n: number): number {\n${'  n += 1;\n'.repeat(60)}  return n;\n}`],
  ['no-cycle', 'packages/rules/src/cycle-a.ts', `import { b } from './cycle-b.js';\nexport const a = (): number => b();`],
  ['no-cycle', 'packages/rules/src/cycle-b.ts', `import { a } from './cycle-a.js';\nexport const b = (): number => a();`],
];

interface Finding { readonly code: string; readonly filename: string }

describe('the import rules of docs/architecture.md', () => {
  const repository = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
  const folder = mkdtempSync(join(tmpdir(), 'tegerek-import-rules-'));
  const findings: Finding[] = [];

  const plant = (file: string, text: string): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${text}\n`);
  };
  /** One file for each row, in the folder of its row and with the ending of its name. */
  const rowFile = (kind: string, index: number, file: string): string => {
    const base = file.slice(file.lastIndexOf('/') + 1);
    return join(dirname(file), `${kind}-${index}${base.slice(base.indexOf('.'))}`);
  };
  const rulesFound = (file: string): string[] => findings.filter((one) => one.filename === file).map((one) => one.code);

  beforeAll(() => {
    copyFileSync(join(repository, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
    REFUSED.forEach(([file, statement], index) => { plant(rowFile('refused', index, file), statement); });
    ALLOWED.forEach(([file, statement], index) => { plant(rowFile('allowed', index, file), statement); });
    for (const [, file, text] of OTHERS) plant(file, text);
    const program = join(repository, 'node_modules', 'oxlint', 'bin', 'oxlint');
    const run = spawnSync(process.execPath, [program, '--format', 'json', '.'], { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
    const { diagnostics } = JSON.parse(run.stdout) as { diagnostics: Finding[] };
    findings.push(...diagnostics);
  });
  afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

  it.each(REFUSED.map(([file, statement], index) => ({ file, statement, index })))('$file: refuses $statement', ({ file, index }) => {
    expect(rulesFound(rowFile('refused', index, file))).toContain('eslint(no-restricted-imports)');
  });

  it.each(ALLOWED.map(([file, statement], index) => ({ file, statement, index })))('$file: lets $statement pass', ({ file, index }) => {
    expect(rulesFound(rowFile('allowed', index, file))).not.toContain('eslint(no-restricted-imports)');
  });

  it.each(OTHERS)('finds %s in %s', (rule, file) => {
    expect(rulesFound(file).join(' ')).toContain(`(${rule})`);
  });
});
