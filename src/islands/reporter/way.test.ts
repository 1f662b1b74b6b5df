import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Fields, panels, problems } from '../../report/questions.ts';
import { panelAfter, reachable } from './way.ts';

const amal: Fields = {
  who: 'me',
  age: 'adult',
  kinds: ['followed'],
  soon: 'no',
  helped: 'nobody_did',
  where: 'place:lotus-square',
  wish: ['count', 'ask'],
};

describe('Continue', () => {
  test('leads through every question to the check page', () => {
    let panel = panels(amal)[0] ?? 'check';
    const seen = [panel];
    while (panel !== 'check') {
      panel = panelAfter(panel, amal, false);
      seen.push(panel);
    }
    expect(seen).toEqual(panels(amal));
  });

  test('leads back to the check page after Change', () => {
    expect(panelAfter('soon', amal, true)).toBe('check');
  });

  test('shows the card a change calls for before the check page', () => {
    expect(panelAfter('kinds', { ...amal, kinds: ['touched'] }, true)).toBe('five_days');
    expect(panelAfter('five_days', { ...amal, kinds: ['touched'] }, true)).toBe('check');
    expect(panelAfter('age', { ...amal, age: 'under_18' }, true)).toBe('under_18');
  });

  test('asks what a change opened', () => {
    const { helped, ...rest } = amal;
    expect(panelAfter('who', { ...rest, who: 'seen' }, true)).toBe('helped');
    expect(helped).toBe('nobody_did');
  });
});

describe("the browser's Back and Forward", () => {
  test('stay on the way', () => {
    expect(reachable('where', amal)).toBe('where');
    expect(reachable('reach', amal)).toBe('check');
  });

  test('never pass an unanswered question', () => {
    expect(reachable('check', { who: 'me' })).toBe('age');
    expect(reachable('who', {})).toBe('who');
  });
});

test('whatever was answered, in any order, Continue after Change never ends with something missing', () => {
  const value = fc.constantFrom(
    'me',
    'seen',
    'helped',
    'under_18',
    'adult',
    'touched',
    'known',
    'no',
    'yes',
    '',
  );
  const given = fc.dictionary(fc.constantFrom(...Object.keys(amal)), value);
  fc.assert(
    fc.property(given, (changed) => {
      const fields: Fields = { ...amal, ...changed };
      for (const panel of panels(fields)) {
        if (panelAfter(panel, fields, true) === 'check' && panel !== 'check')
          expect(problems(fields)).toEqual([]);
      }
      expect(panels(fields)).toContain(reachable('check', fields));
    }),
  );
});
