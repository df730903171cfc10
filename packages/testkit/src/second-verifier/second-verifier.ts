import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
/** The verifier that is not ours to call: another language, another author (docs/adr/0026-second-verifier.md). */
export const SECOND_VERIFIER = here('../../../../verifier-py');

export type Interpreter = 'pyodide' | 'python3';
/** A bundle with what the reader gives, a closed vote to be counted again, or its own test of signatures, canonical JSON and small counts. */
export type SecondVerifierCase = { bundle: Uint8Array; since?: string; key?: string } | { opened: unknown; ballots: unknown } | { selfTest: true };
export interface SecondReport {
  outcome: 'right' | 'findings' | 'unreadable';
  findings: { code: string; place: string; words: string }[];
  facts: Record<string, unknown>;
  notChecked: string[];
}

/** Reads cases as JSON from one file and writes the answers into another; the same lines for both interpreters. */
const DRIVER = `
import base64, json, sys
import tegerek_verify as second
def self_test():
    import unittest, test_primitives
    result = unittest.TestResult()
    unittest.defaultTestLoader.loadTestsFromModule(test_primitives).run(result)
    return {"run": result.testsRun, "failed": [str(test) for test, _ in result.failures + result.errors]}
def answer(case):
    if "selfTest" in case:
        return self_test()
    if "opened" in case:
        return json.loads(second.jcs(second.count(case["opened"], case["ballots"])))
    since = case["since"].encode("utf-8") if "since" in case else None
    return second.verify(base64.b64decode(case["bundle"]), since, case.get("key"))
def answers(text):
    return json.dumps([answer(case) for case in json.loads(text)])
`;

/** Whether `python3` (3.9 or newer) is on PATH. */
export async function hasPython3(): Promise<boolean> {
  try {
    await run('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 9))']);
    return true;
  } catch {
    return false;
  }
}

/** The second verifier's answers to the cases, in order: a report for a bundle, a result for a vote. One process for all. */
export async function askSecondVerifier(interpreter: Interpreter, cases: readonly SecondVerifierCase[]): Promise<unknown[]> {
  const folder = await mkdtemp(join(tmpdir(), 'second-verifier-'));
  try {
    const [input, output, driver] = ['in.json', 'out.json', 'driver.py'].map((name) => join(folder, name)) as [string, string, string];
    await writeFile(input, JSON.stringify(cases.map((one) => ('bundle' in one ? { ...one, bundle: Buffer.from(one.bundle).toString('base64') } : one))));
    await writeFile(driver, DRIVER);
    const main = `import sys; sys.dont_write_bytecode = True; sys.path[:0] = sys.argv[1:3]; import driver; open(sys.argv[4], "w").write(driver.answers(open(sys.argv[3], encoding="utf-8").read()))`;
    if (interpreter === 'python3') await run('python3', ['-c', main, folder, SECOND_VERIFIER, input, output]);
    else await run(process.execPath, [here('./pyodide-host.js'), SECOND_VERIFIER, driver, input, output]);
    return JSON.parse(await readFile(output, 'utf8')) as unknown[];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
