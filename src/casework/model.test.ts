import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../platform/clock.ts';
import {
  type Case,
  heard,
  type Move,
  mayRead,
  moved,
  received,
  rolesApart,
  stateOn,
  waitOf,
} from './model.ts';
import { closeReasons, marks, type Role } from './wire.ts';

const today = '2026-11-22';
const moves: fc.Arbitrary<Move> = fc.oneof(
  fc
    .constantFrom(...(['claim', 'release', 'reopen', 'open', 'reply', 'note', 'resume'] as const))
    .map((what) => ({ do: what })),
  fc.integer({ min: -3, max: 400 }).map((n) => ({ do: 'hold' as const, until: addDays(today, n) })),
  fc.constantFrom(...closeReasons).map((reason) => ({ do: 'close' as const, reason })),
  fc.subarray([...marks]).map((list) => ({ do: 'mark' as const, marks: list })),
);
const steps = fc.array(fc.tuple(moves, fc.constantFrom('ines', 'omar')), { maxLength: 30 });

function play(sequence: readonly (readonly [Move, string])[]): Case[] {
  const states = [received(false, today)];
  for (const [move, person] of sequence) {
    const now = states.at(-1) ?? received(false, today);
    const next = moved(now, move, { person, today });
    states.push('refused' in next ? now : next);
  }
  return states;
}

describe('whatever two caseworkers do', () => {
  it('a case is somebody’s exactly while it is claimed or held', () => {
    fc.assert(
      fc.property(steps, (sequence) => {
        for (const one of play(sequence)) {
          expect(one.claimedBy !== null).toBe(one.state === 'claimed' || one.state === 'held');
          expect(one.holdUntil !== null).toBe(one.state === 'held');
          expect(one.closeReason !== null).toBe(one.state === 'closed');
        }
      }),
    );
  });

  it('only the one who has it opens, answers, holds or closes it', () => {
    fc.assert(
      fc.property(steps, moves, (sequence, move) => {
        const now = play(sequence).at(-1) ?? received(false, today);
        const next = moved(now, move, { person: 'mona', today });
        if (move.do === 'claim' || move.do === 'reopen' || now.state === 'closed') return;
        expect(next).toEqual({ refused: 'claim_first' });
      }),
    );
  });

  it('opened stays opened, and no promise falls due before the day it was made', () => {
    fc.assert(
      fc.property(steps, (sequence) => {
        const states = play(sequence);
        states.slice(1).forEach((one, at) => {
          if (states[at]?.opened) expect(one.opened).toBe(true);
          expect(one.due >= today).toBe(true);
        });
      }),
    );
  });

  it('what she does afterwards makes it our turn, and nothing is closed to her', () => {
    fc.assert(
      fc.property(steps, (sequence) => {
        const now = play(sequence).at(-1) ?? received(false, today);
        const again = heard(now, today);
        expect(again.waiting).toBe(true);
        expect(['new', 'claimed']).toContain(again.state);
        expect(again.claimedBy).toBe(now.claimedBy);
      }),
    );
  });
});

describe('a hold', () => {
  it('is over on its day', () => {
    const case_ = { state: 'held', holdUntil: '2026-12-01' } as const;
    expect([stateOn('2026-11-30', case_), stateOn('2026-12-01', case_)]).toEqual(['held', 'claimed']);
  });

  it('is over sooner when the one who holds it goes on, and then it is our turn', () => {
    const [held] = play([
      [{ do: 'claim' }, 'ines'],
      [{ do: 'hold', until: '2026-12-01' }, 'ines'],
    ]).slice(-1);
    if (!held) throw new Error('Nothing was played');
    expect(moved(held, { do: 'resume' }, { person: 'omar', today })).toEqual({ refused: 'claim_first' });
    const again = moved(held, { do: 'resume' }, { person: 'ines', today });
    expect(again).toMatchObject({ state: 'claimed', waiting: true, holdUntil: null, due: '2026-11-29' });
  });
});

describe('the measured wait', () => {
  it('is not said under five samples', () => {
    expect(waitOf([])).toBe(null);
    expect(waitOf([{ days: 3, times: 4 }])).toBe(null);
  });

  it('is the 80th percentile by nearest rank', () => {
    expect(
      waitOf([
        { days: 1, times: 4 },
        { days: 9, times: 1 },
      ]),
    ).toBe(1);
    expect(
      waitOf([
        { days: 9, times: 2 },
        { days: 1, times: 3 },
      ]),
    ).toBe(9);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 5, maxLength: 80 }), (days) => {
        const sorted = [...days].sort((a, b) => a - b);
        const samples = days.map((one) => ({ days: one, times: 1 }));
        expect(waitOf(samples)).toBe(sorted[Math.ceil(0.8 * days.length) - 1]);
      }),
    );
  });
});

describe('roles', () => {
  it('an organiser reads nothing, whatever else stands beside that role', () => {
    const all: Role[][] = [['organiser'], ['organiser', 'caseworker'], ['outside'], ['caseworker']];
    expect(all.map(mayRead)).toEqual([false, false, true, true]);
  });
  it('stay apart: one person has one', () => {
    const all: Role[][] = [[], ['organiser'], ['organiser', 'caseworker'], ['outside', 'caseworker']];
    expect(all.map(rolesApart)).toEqual([false, true, false, false]);
  });
});
