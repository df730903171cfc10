import Sequencer from '@jest/test-sequencer';

/** What takes longest on a clean checkout, where Jest has no times of an earlier run and would go by the size of the file. */
const LONG = [/stories[/\\]routes/u, /stories[/\\]/u, /bad-hall|rehearsal|crash/u, /[/\\]e2e[/\\]/u, /verify-bundle|\.int\.test/u];

/** Jest's own order, the long ones before all: a worker that takes up a browser story last leaves the other idle for minutes. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const place = ({ path }) => { const at = LONG.findIndex((each) => each.test(path)); return at < 0 ? LONG.length : at; };
    return super.sort(tests).sort((a, b) => place(a) - place(b));
  }
}
