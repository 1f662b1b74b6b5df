/** One-use sign-in links of the demonstration's people. */
import { signInLink } from '../casework/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Kysely } from '../platform/db/index.ts';
import { waysFrom } from '../platform/ways.ts';
import { type DemoPerson, people } from './content/organisation.ts';

export interface DemoLink {
  name: string;
  role: DemoPerson['role'];
  url: string;
}

/** New links; older unused ones stop working. */
export async function demoLinks(
  needs: { db: Kysely<unknown>; clock: Clock },
  publicUrl: string,
): Promise<DemoLink[]> {
  const links: DemoLink[] = [];
  for (const { id, name, role } of people) {
    links.push({ name: name.en, role, url: `${publicUrl}/en${await signInLink(needs, id)}` });
  }
  return links;
}

/** Lines for a terminal: who, by what link, and the phrase that opens their keys. */
export function linkLines(links: readonly DemoLink[], phrase: string): string[] {
  const { command } = waysFrom();
  const what = {
    caseworker: 'caseworker',
    organiser: 'organiser',
    outside: 'reader of another organisation',
    moderator: 'moderator of public talk',
  };
  return [
    `Sign in, once each (${command('demo links')} prints new ones; unused older ones stop working):`,
    ...links.map(({ name, role, url }) => `  ${`${name}, ${what[role]}`.padEnd(40)} ${url}`),
    `The demonstration passphrase opens their keys: ${phrase}`,
    `After Lock now the way back is a new key, signed by: ${command('readers sign')}`,
  ];
}
