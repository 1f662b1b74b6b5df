import { expect, it } from 'vitest';
import { testClock } from '../../../test/clock.ts';
import { hasIt, shelf, tagOf } from './shelf.ts';

function stand() {
  let at: number | null = 1;
  let made = 0;
  const clock = testClock('2026-11-22T10:00:00Z');
  const kept = shelf({ changed: () => at, clock, zone: 'Africa/Cairo', most: 3_000 });
  return {
    clock,
    shelf: kept,
    change: (to: number | null) => {
      at = to;
    },
    made: () => made,
    ask: (name = 'page', length = 100) =>
      kept.keep(name, async () => ({ content: `${++made}`.padEnd(length, '.'), type: 'text/plain' })),
  };
}

it('makes a page once, whoever asks, also at once', async () => {
  const here = stand();
  const [one, other] = await Promise.all([here.ask(), here.ask()]);
  expect(one).toBe(other);
  expect(await here.ask()).toBe(one);
  expect(here.made()).toBe(1);
  expect(here.shelf.ready('page')).toBe(one);
});

it('makes it anew after a change, and on a new day in the zone of the installation', async () => {
  const here = stand();
  await here.ask();
  here.change(2);
  expect(here.shelf.ready('page')).toBeUndefined();
  await here.ask();
  expect(here.made()).toBe(2);
  here.clock.set('2026-11-22T21:59:00Z');
  await here.ask();
  expect(here.made()).toBe(2);
  // Midnight in Cairo.
  here.clock.set('2026-11-22T22:00:00Z');
  await here.ask();
  expect(here.made()).toBe(3);
});

it('keeps nothing while nobody knows of changes', async () => {
  const here = stand();
  await here.ask();
  here.change(null);
  await here.ask();
  await here.ask();
  expect(here.made()).toBe(3);
  expect(here.shelf.ready('page')).toBeUndefined();
});

it('does not keep what was made while something changed', async () => {
  const here = stand();
  const begun = here.shelf.keep('page', async () => {
    here.change(2);
    return { content: 'old', type: 'text/plain' };
  });
  expect((await begun).plain.toString()).toBe('old');
  expect(here.shelf.ready('page')).toBeUndefined();
  await here.ask();
  expect(here.made()).toBe(1);
});

it('a page that could not be made is asked for again', async () => {
  const here = stand();
  const broken = here.shelf.keep('page', async () => {
    throw new Error('no database');
  });
  await expect(broken).rejects.toThrow('no database');
  await here.ask();
  expect(here.made()).toBe(1);
});

it('has an end: what was kept longest goes first', async () => {
  const here = stand();
  for (const name of ['a', 'b', 'c']) await here.ask(name, 1_000);
  expect(here.shelf.ready('a')).toBeUndefined();
  expect(here.shelf.ready('c')).toBeDefined();
});

it('names each encoding by its own strong ETag, and knows them all again', async () => {
  const page = await stand().ask();
  expect(tagOf(page, null)).toMatch(/^"[0-9a-f]{32}"$/);
  expect(tagOf(page, 'br')).not.toBe(tagOf(page, 'gzip'));
  for (const encoding of [null, 'br', 'gzip'] as const)
    expect(hasIt(page, `W/"x", ${tagOf(page, encoding)}`)).toBe(true);
  expect(hasIt(page, '"other"')).toBe(false);
  expect(hasIt(page, undefined)).toBe(false);
});
