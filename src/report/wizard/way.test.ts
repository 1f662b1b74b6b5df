import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answersFrom } from '../model.ts';
import { type Fields, path, questions } from '../questions.ts';
import { questionsOn, readPressed, type Stage, type Started, stagesFor, turn } from './way.ts';

const start: Started = {
  seed: 'AAAAAAAAAAAAAAAAAAAAAA',
  list: 'en-1',
  sent: false,
  shared: false,
  stage: 'safe',
  returning: false,
  fields: {},
};
const pick = <const V extends readonly string[]>(...values: V) => fc.constantFrom(...values);

/** A whole set of answers as a form would send them. */
const complete: fc.Arbitrary<Fields> = fc.record({
  who: pick('me', 'seen', 'helped'),
  age: pick('under_18', 'adult', 'unsaid'),
  kinds: fc.uniqueArray(pick('words', 'followed', 'touched', 'known', 'hurt', 'unsaid'), { minLength: 1 }),
  soon: pick('now', 'no', 'unknown'),
  helped: pick('yes', 'nobody_did', 'unknown'),
  where: pick('unknown', 'place:lotus-square', 'here:881f1d4887fffff'),
  direction: pick('', 'North'),
  place_words: pick('', 'by the stairs'),
  day: pick('', '2026-11-20'),
  part: pick('', 'evening'),
  time: pick('', '20:15'),
  words: pick('', 'It was on the stairs.'),
  works_there: pick('', 'yes'),
  works_with_us: pick('', 'no', 'yes'),
  leave_out: fc.uniqueArray(pick('ines', 'omar')),
  identifies: pick('', 'a blue cap'),
  wish: fc.uniqueArray(pick('count', 'ask', 'contact', 'keep')),
  ask: pick('each_time', 'this_one'),
  reach: pick('code', 'phone'),
  contact: fc.constant('an example number'),
});

/** Only what stands on the page is sent, as a browser would. */
const formOf = (state: Started, answers: Fields): Fields => {
  const names = questionsOn(state.stage, state.fields).flatMap((question) => question.fields);
  if (state.stage === 'last') names.push('direction', 'place_words');
  return Object.fromEntries(names.flatMap((name) => (name in answers ? [[name, answers[name]]] : [])));
};

const press = (state: Started, go: string, answers: Fields) =>
  turn(state, readPressed(go), formOf(state, answers));

/** Continues to the end and sends. */
function finish(state: Started, answers: Fields): Fields {
  let now = state;
  for (let presses = 0; presses < 60; presses++) {
    const turned = press(now, now.stage === 'last' ? 'send' : 'continue', answers);
    if (turned.send) return turned.state.fields;
    now = turned.state;
  }
  throw new Error(`the way does not end: ${now.stage}`);
}

const wander = fc.array(
  fc.tuple(
    pick('continue', 'back', 'search', 'change:kinds', 'change:where', 'change:words', 'nonsense'),
    complete,
  ),
  { maxLength: 25 },
);

test('whatever way Amal takes, back and forth and changing her mind, the same last answers give the same report', () => {
  fc.assert(
    fc.property(wander, complete, (detours, answers) => {
      const straight = finish(start, answers);
      let now = start;
      for (const [go, other] of detours) now = press(now, go, other).state;
      let back = now;
      for (let presses = 0; presses < 20; presses++) back = press(back, 'back', answers).state;
      expect(answersFrom(finish(back, answers))).toEqual(answersFrom(straight));
    }),
  );
});

test('the page says what is missing and keeps what was typed', () => {
  const asked = turn({ ...start, stage: 'kinds', fields: { who: 'me' } }, { go: 'continue' }, {});
  expect(asked.problems.map(({ field }) => field)).toEqual(['kinds']);
  const last = turn(
    {
      ...start,
      stage: 'last',
      fields: { who: 'me', kinds: ['words'], helped: 'yes', where: 'unknown', wish: [] },
    },
    { go: 'send' },
    { words: 'Half a sentence', soon: 'no' },
  );
  expect(last.send).toBe(false);
  expect(last.problems.map(({ field }) => field)).toEqual(['age']);
  expect(last.state.fields.words).toBe('Half a sentence');
});

test('a change on the last page keeps the sealed words and leads back there', () => {
  const answers = { who: 'me', kinds: ['words'], helped: 'yes', where: 'unknown', wish: ['count'] };
  const last: Started = { ...start, stage: 'last', fields: answers };
  const changing = turn(last, readPressed('change:helped'), { words: 'Kept' }).state;
  expect(changing.stage).toBe('helped');
  const back = turn(changing, { go: 'continue' }, { helped: 'nobody_did' }).state;
  expect(back.stage).toBe('last');
  expect(back.fields).toMatchObject({ words: 'Kept', helped: 'nobody_did' });
});

test('a change that makes it an assault shows the card first, then goes back', () => {
  const answers = { who: 'me', kinds: ['words'], helped: 'yes', where: 'unknown', wish: [] };
  const changing: Started = { ...start, stage: 'kinds', returning: true, fields: answers };
  const card = turn(changing, { go: 'continue' }, { kinds: ['touched'] }).state;
  expect(card.stage).toBe('five_days');
  expect(turn(card, { go: 'continue' }, {}).state.stage).toBe('last');
});

test('the open questions of the way are those of the one document', () => {
  fc.assert(
    fc.property(complete, (answers) => {
      const open = path(answers).filter(({ sealed }) => !sealed);
      const asked = stagesFor(answers).filter((stage: Stage) => open.some(({ id }) => id === stage));
      expect(asked).toEqual(open.map(({ id }) => id));
    }),
  );
  expect(questions).toHaveLength(11);
});
