/**
 * What the invented organisation asked, drafted, checked, sent and answered by the same use cases as a real ask, with
 * the clock set to each day. One that is there is left as it is, so a kill in the middle costs the rest of one ask.
 */
import {
  addVisit,
  answerOnPaper,
  askReader,
  askWriter,
  type Check,
  type Draft,
  passAnswer,
  pauseAsk,
  tellBody,
  tick,
  withholdAnswer,
} from '../answer/index.ts';
import { giveSecond, makeDraft, sendAsk } from '../casework/index.ts';
import { addDays, type Day, dayIn } from '../platform/clock.ts';
import { placeReader } from '../platform/place/index.ts';
import type { AskStep, DemoAsk } from './content/ask.ts';
import { demoAsks } from './content/asks.ts';
import { bodies } from './content/bodies.ts';
import { closeBy, idOf, readBy, tellAll, tellers } from './crowd.ts';
import { clockOn, type Filling } from './fill.ts';
import type { Stage } from './furnish.ts';
import { personOf } from './live.ts';

const key = ({ body, about }: Pick<Draft, 'body' | 'about'>) => JSON.stringify([body, Object.entries(about)]);

/** Whether each ask is there. */
export async function areAsked({ db }: Pick<Stage, 'db'>): Promise<boolean> {
  const there = new Set((await askReader(db).all()).map(({ ask }) => key(ask)));
  return demoAsks.every((ask) => there.has(key(ask)));
}

/** `did` is told after each. */
export async function fillAsks(filling: Filling, did: () => void): Promise<void> {
  const there = new Set((await askReader(filling.db).all()).map(({ ask }) => key(ask)));
  const behind = tellers(filling);
  const today = dayIn(filling.installation.zone, filling.clock.now());
  for (const [at, ask] of demoAsks.entries()) {
    const told = behind[at] ?? [];
    if (!there.has(key(ask))) {
      await tellAll(filling, told);
      for (const teller of told) await readBy(filling, 'ines', teller);
      await one(filling, ask, told.map(idOf));
      if (ask.ago !== null && ask.ago > 30) {
        const closed = addDays(today, 7 - ask.ago);
        for (const teller of told) await closeBy(filling, 'ines', { teller, closed });
      }
    }
    did();
  }
  // What the clock would have written in all those days: each with the day of its rule, and nobody is reminded now.
  await tick({ ...filling, remind: async () => false, tell: async () => {} });
}

async function one(filling: Filling, ask: DemoAsk, reports: readonly string[]): Promise<void> {
  const today = dayIn(filling.installation.zone, filling.clock.now());
  const sent = addDays(today, -(ask.ago ?? 0));
  const needs = needsOn(filling, sent);
  const ines = personOf('ines');
  const draft: Draft = {
    body: ask.body,
    about: ask.about,
    kinds: ask.kinds,
    from: addDays(sent, -36).slice(0, 7),
    to: sent.slice(0, 7),
    wishes: ask.wishes,
    words: ask.words ?? { en: '', ar: '' },
  };
  const made = await makeDraft(needs, ines, { draft, reports });
  if (ask.ago === null) return;
  if (made.verdict === 'no') throw new Error(`${key(ask)}: ${failing(made.checks)}`);
  const id = made.line.id;
  const { version } =
    made.verdict === 'second'
      ? await giveSecond(needs, personOf('omar'), { ask: id, version: made.version })
      : made;
  const hasMail = bodies.some((body) => body.id === ask.body && body.mail !== null);
  await sendAsk(needs, ines, { ask: id, version, by: hasMail ? 'mail' : 'letter' });
  let number = 0;
  for (const step of ask.steps) {
    if (step.do === 'answer') number++;
    await since(filling, step, { id, sent, number });
  }
}

const failing = (checks: readonly Check[]) =>
  checks
    .filter(({ says }) => says === 'fail')
    .map(({ check, why }) => `${check} ${why}`)
    .join(', ');

const needsOn = ({ db, installation, clock }: Filling, day: Day) => ({
  db,
  installation,
  clock: clockOn(day, clock),
  places: placeReader(db),
  // Into the outbox on its own pages.
  canMail: () => true,
});

/** `number`: of the last answer. */
async function since(
  filling: Filling,
  step: AskStep,
  { id: ask, sent, number }: { id: string; sent: Day; number: number },
): Promise<void> {
  const today = addDays(sent, step.at);
  const needs = needsOn(filling, today);
  const act = { ask, by: 'omar', today };
  await filling.db.transaction().execute(async (tx): Promise<unknown> => {
    switch (step.do) {
      case 'open':
        return askWriter(tx).event(ask, { day: today, what: 'opened' });
      case 'answer': {
        const promised = step.promised === undefined ? null : addDays(sent, step.promised);
        const { kind, words, office, days = null } = step;
        return answerOnPaper(tx, needs, { ask, answer: { kind, words, office, promised, days } });
      }
      case 'pass':
        return passAnswer(tx, { ...act, number });
      case 'withhold':
        return withholdAnswer(tx, { ...act, number, why: step.why });
      case 'tell':
        return tellBody(tx, { ...act, number, words: step.words });
      case 'visit':
        return addVisit(tx, {
          ...act,
          day: today,
          checker: step.checker,
          found: step.found,
          words: step.words,
        });
      case 'confirm':
        return askWriter(tx).event(ask, { day: today, what: 'confirmed', note: { number, why: 'done' } });
      case 'pause':
        return pauseAsk(tx, act);
    }
  });
}
