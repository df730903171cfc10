import { describe, expect, it } from '@jest/globals';
import { FailureBudget } from './failure-budget.js';

describe('FailureBudget', () => {
  it('answers at once within the budget, later and later beyond it, with a bound', () => {
    const budget = new FailureBudget(3);
    expect([0, 1, 2, 3, 4].map((now) => budget.fail('d', now))).toEqual([0, 0, 0, 100, 200]);
    for (let i = 0; i < 500; i++) budget.fail('d', 5);
    expect(budget.fail('d', 6)).toBe(5_000);
  });

  it('forgets after a minute and counts each dialogue alone', () => {
    const budget = new FailureBudget(1);
    budget.fail('d', 0);
    expect(budget.fail('e', 1)).toBe(0);
    expect(budget.fail('d', 2)).toBe(100);
    expect(budget.fail('d', 60_002)).toBe(0);
  });
});
