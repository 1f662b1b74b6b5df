import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bounds, judgement, measuredLoad } from './load.ts';

const much = { late: 900, waiting: 0 };
const many = { late: 0, waiting: 5_000 };
const nothing = { late: 1, waiting: 2 };

describe('too much to do', () => {
  test('is three seconds of it on end, late or many waiting; and over after five calm ones', () => {
    const judge = judgement();
    expect([much, much, nothing, much, many].map(judge)).not.toContain(true);
    expect(judge(much)).toBe(true);
    expect(Array(4).fill(nothing).map(judge)).not.toContain(false);
    expect(judge(nothing)).toBe(false);
  });

  test('one slow second never turns it, whatever went before; between the bounds nothing changes', () => {
    const second = fc.record({ late: fc.nat(2_000), waiting: fc.nat(2_000) });
    fc.assert(
      fc.property(fc.array(second), (before) => {
        const judge = judgement();
        for (const one of before) judge(one);
        const was = judge({ late: bounds.calm.late, waiting: bounds.calm.waiting });
        expect(judge(was ? nothing : much)).toBe(was);
        for (let n = 0; n < 20; n++) expect(judge({ late: 300, waiting: 300 })).toBe(was);
      }),
    );
  });

  test('is measured: a process that only computes is late, and says so in steps', async () => {
    using load = measuredLoad();
    const until = performance.now() + 1_400;
    while (performance.now() < until) Math.sqrt(until);
    await pause(150);
    expect(load.told().lateMs).toBeGreaterThanOrEqual(1_000);
    expect(load.told().lateMs % 100).toBe(0);
    expect(load.isHeavy()).toBe(false);
  });

  test('who went away waits no more, told once or twice', () => {
    using load = measuredLoad();
    const ended = load.began();
    ended();
    ended();
    expect(load.isHeavy()).toBe(false);
  });
});
