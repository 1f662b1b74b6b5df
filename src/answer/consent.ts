/**
 * Whether a report may go to a body: the one rule in front of everything that is sent (care rule 6). When in doubt she
 * is asked; nothing goes anywhere on a guess.
 */
import type { Consents } from '../report/index.ts';
import { above, type Bodies, needsHerWord } from './body/model.ts';
import type { Standing } from './route/candidates.ts';

export type May = 'yes' | 'ask_her' | 'no';

export interface Consenting {
  /** As she signed it. */
  consents: Pick<Consents, 'ask'>;
  /** What she said when she was asked about one body, by its id. */
  said: ReadonlyMap<string, 'yes' | 'no'>;
  /** Set by a caseworker who has read it: the person works there (care rule 7). */
  worksThere: boolean;
  /** How bodies stand to its place, by `standing`. */
  standing: Standing;
}

/** The rules in order; the first that has something to say decides. `body` is an id; one nobody knows is a no. */
export function maySend(report: Consenting, body: string, bodies: Bodies): May {
  const to = bodies.get(body);
  if (to === undefined) return 'no';
  for (const rule of rules) {
    const may = rule(report, to.id, bodies);
    if (may !== null) return may;
  }
  return 'ask_her';
}

type Rule = (report: Consenting, body: string, bodies: Bodies) => May | null;

const rules: readonly Rule[] = [
  // She wants nobody asked. A word about one body from before she changed her mind does not count.
  ({ consents }) => (consents.ask === null ? 'no' : null),
  ({ said }, body) => (said.get(body) === 'no' ? 'no' : null),
  // The one who did it may open the mail: not even her yes sends it there.
  ({ worksThere, standing }, body) => (worksThere && standing.offices.has(body) ? 'no' : null),
  ({ said }, body) => (said.get(body) === 'yes' ? 'yes' : null),
  // Schools, employers, police, prosecution, security: a general yes did not mean them.
  (_, body, bodies) => (needsHerWord(bodies.get(body) ?? { kind: 'police' }) ? 'ask_her' : null),
  ({ consents }) => (consents.ask === 'each_time' ? 'ask_her' : null),
  ({ standing }, body) => (standing.answers.has(body) ? 'yes' : null),
  ({ consents, standing }, body, bodies) =>
    consents.ask === 'above_too' && isAbove(standing.answers, body, bodies) ? 'yes' : null,
];

const isAbove = (answers: ReadonlySet<string>, body: string, bodies: Bodies) =>
  [...answers].some((one) => above(one, bodies).some(({ id }) => id === body));
