/** Whose only room is Talk opens nothing else, and nobody else decides there. Every route is tried, by its guard's address. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rooms } from '../../src/app.ts';
import type { Route } from '../../src/platform/http/index.ts';
import type { Browser } from '../browse.ts';
import { amalTells, type Cast, cast } from '../cast.ts';
import { moderators } from '../moderators.ts';
import { type TestWorld, world } from '../world.ts';

let here: TestWorld;
let people: Cast;
let hana: Browser;
let report: string;
beforeAll(async () => {
  here = await world({ staging: { allowances: 'none' } });
  people = await cast(here);
  hana = await people.as((await moderators(here)).hana);
  report = (await amalTells(here)).id;
  await here.settle();
});
afterAll(() => here[Symbol.asyncDispose]());

const guarded = () => rooms(here).routes.filter(({ guard }) => guard !== 'everyone' && !('signed' in guard));
const isTalk = ({ url }: Route) => /^\/desk\/talk(\/|$)/.test(url);
/** Coming in and going out: what everybody signed in may do with their own sessions. */
const own = /^\/desk\/(you(\/end)?|api\/(passkey(\/options)?|sessions\/end|sign-out))$/;

async function asks(who: Browser, route: Route): Promise<number> {
  const path = (route.localised ? '/en' : '') + route.url.replace(/:\w+/g, report);
  return (route.method === 'GET' ? await who.get(path) : await who.post(path, {})).status;
}

test('a moderator is refused at every door but Talk’s', async () => {
  const others = guarded().filter((route) => !isTalk(route) && !own.test(route.url));
  expect(others.length).toBeGreaterThan(40);
  const opened: string[] = [];
  for (const route of others)
    if ((await asks(hana, route)) !== 403) opened.push(`${route.method} ${route.url}`);
  expect(opened).toEqual([]);
});

test('the desk itself leads a moderator to Talk, and holds nothing of what is told', async () => {
  const desk = await hana.get('/en/desk');
  expect([desk.status, desk.headers.location]).toEqual([303, '/en/desk/talk']);
  const talk = await hana.get('/en/desk/talk');
  expect(talk.status).toBe(200);
  expect(talk.text).not.toContain(report);
});

test('caseworkers and outside readers are refused at Talk; an organiser connects sites and sees counts alone', async () => {
  const doors = guarded().filter(isTalk);
  expect(doors.length).toBeGreaterThan(5);
  const open = async (player: Cast['ines'] | Cast['salma']) => {
    const who = await people.as(player);
    const found = new Set<string>();
    for (const route of doors) if ((await asks(who, route)) !== 403) found.add(route.url);
    return [...found].sort();
  };
  expect(await open(people.ines)).toEqual([]);
  expect(await open(people.layla)).toEqual([]);
  for (const url of await open(people.salma)) expect(url).toMatch(/^\/desk\/talk\/(sources(\/\w+)?|counts)$/);
});

test('an organiser invites a moderator with that role alone, and ends their access at once', async () => {
  const salma = await people.as(people.salma);
  const invites = (roles: string[]) =>
    salma.post('/desk/api/invite', { name: 'Mariam', roles, childTrained: false });
  expect((await invites(['moderator', 'caseworker'])).status).toBe(422);
  expect((await invites(['moderator'])).status).toBe(201);
  const { people: all } = (await salma.get('/desk/api/people')).json<{
    people: { id: string; name: string }[];
  }>();
  const idOf = (name: string) => all.find((one) => one.name === name)?.id ?? '';
  expect((await salma.post('/desk/api/people/end', { id: idOf('Ines') })).status).toBe(403);
  expect((await hana.get('/en/desk/talk')).status).toBe(200);
  expect((await salma.post('/desk/api/people/end', { id: idOf('Hana') })).status).toBe(200);
  expect((await hana.get('/en/desk/talk')).status).toBe(401);
  const ines = await people.as(people.ines);
  expect((await ines.get('/desk/api/me')).status).toBe(200);
});
