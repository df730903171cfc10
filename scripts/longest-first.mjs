import Sequencer from '@jest/test-sequencer';

/**
 * What takes longest on a clean checkout, where Jest has no times of an earlier run and would go by the size of the file. The hall and
 * the rehearsal mostly wait: beside the two longest browser stories, which keep the cores busy, and not beside each other.
 */
const LONG = [
  /stories[/\\]routes/u, /bad-hall\.int/u, /stories[/\\]proposals-to/u, /rehearse\.int/u, /embedded-postgres\.int/u,
  /stories[/\\]/u, /bundle\.int|adversary[/\\]fields/u, /[/\\]e2e[/\\]/u, /verify-bundle|second-verifier|\.int\.test/u,
];

/** Jest's own order, the long ones before all: a worker that takes up a browser story last leaves the other idle for minutes. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const place = ({ path }) => { const at = LONG.findIndex((each) => each.test(path)); return at < 0 ? LONG.length : at; };
    return super.sort(tests).sort((a, b) => place(a) - place(b));
  }
}
