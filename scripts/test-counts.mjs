/**
 * Passed and failed of a run, from Jest's own report. A suite that could not run, a test that was skipped or not written, a lint error and a
 * missing report count as failures, so that a red run never reads «0 failed». Of a run that the caller narrowed (`isWhole` false) the tests
 * left out are no fault.
 */
export function countResults({ code, result, isWhole, lintCode }) {
  const lint = lintCode === 0 ? 0 : 1;
  if (result === undefined) return { passed: 0, failed: 1 + lint, unrun: 0 };
  const unrun = isWhole ? result.numPendingTests + result.numTodoTests : 0;
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites + unrun + lint;
  return { passed: result.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed, unrun };
}
