import { describe, expect, test } from 'vitest';
import { daysBetween } from '../../platform/clock.ts';
import { kinds } from '../../report/answers.ts';
import { limits } from '../../report/questions.ts';
import { people } from './organisation.ts';
import { places } from './places.ts';
import { demoReports } from './reports.ts';

const today = '2026-11-22';
const reports = demoReports(today);

describe('the seeded reports', () => {
  test('are about forty, in both languages, over eight weeks', () => {
    expect(reports.length).toBeGreaterThanOrEqual(38);
    const arabic = reports.filter(({ language }) => language === 'ar').length;
    expect(arabic / reports.length).toBeGreaterThan(0.5);
    expect(arabic / reports.length).toBeLessThan(0.8);
    expect(daysBetween(reports[0]?.arrived ?? today, today)).toBeGreaterThan(50);
  });

  test('show every kind, and each of the ways in', () => {
    expect(new Set(reports.flatMap(({ answers }) => answers.kinds))).toEqual(new Set(kinds));
    expect(new Set(reports.map(({ cameBy }) => cameBy))).toEqual(
      new Set(['self', 'phone', 'voice_note', 'desk']),
    );
  });

  test('hold one person under 18, readers left out, urgent ones, replies and additions', () => {
    expect(reports.filter(({ answers }) => answers.age === 'under_18')).toHaveLength(1);
    expect(reports.filter(({ answers }) => answers.leaveOut.length === 1)).toHaveLength(1);
    expect(reports.filter(({ answers }) => answers.leaveOut.length === 2)).toHaveLength(1);
    expect(reports.filter(({ answers }) => answers.soon === 'now').length).toBeGreaterThan(1);
    const steps = new Set(reports.flatMap((report) => report.steps.map((step) => step.do)));
    expect(steps).toEqual(new Set(['open', 'note', 'reply', 'hold', 'close', 'add']));
  });

  test('name only places and people that exist here', () => {
    const known = new Set(places.map(({ id }) => id));
    const staff = new Set(people.map(({ id }) => id));
    for (const { answers, steps } of reports) {
      if (answers.where && 'place' in answers.where) expect(known).toContain(answers.where.place);
      for (const step of steps) if (step.do !== 'add') expect(staff).toContain(step.by);
      for (const id of answers.leaveOut) expect(staff).toContain(id);
    }
  });

  test('are steps in order, none in the future, none by somebody who cannot open it', () => {
    for (const { answers, arrived, steps } of reports) {
      const days = steps.map(({ after }) => after);
      expect(days).toEqual(days.toSorted((a, b) => a - b));
      expect(days.at(-1) ?? 0).toBeLessThanOrEqual(daysBetween(arrived, today));
      for (const step of steps) {
        if (step.do === 'add') continue;
        expect(answers.leaveOut).not.toContain(step.by);
        if (answers.age === 'under_18') expect(step.by).toBe('ines');
      }
      if (steps.some((step) => step.do !== 'add')) expect(steps[0]?.do).toBe('open');
    }
  });

  test('fit the form, and hold no number that could be called', () => {
    for (const { answers } of reports) {
      expect(answers.words?.length ?? 0).toBeLessThanOrEqual(limits.words);
      if (answers.reach === 'code') expect(answers.contact).toBeUndefined();
      else expect(answers.contact).toMatch(/^xxx xx \d\d$|@example\.org$/);
      if (answers.consents.contact) expect(answers.reach).not.toBe('code');
    }
  });
});
