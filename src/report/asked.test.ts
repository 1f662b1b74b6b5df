/** Equality answers (origin, belief, disability, whom one loves) are not asked: nothing here could count them safely. */
import { expect, test } from 'vitest';
import { plainAnswers } from '../../test/told.ts';
import { langs } from '../platform/i18n/index.ts';
import { openPart, told } from './model.ts';
import { questions } from './questions.ts';

const asked = [
  'who age kinds soon helped where direction place_words day part time words',
  'works_there works_with_us leave_out identifies wish ask reach contact',
].flatMap((line) => line.split(' '));

test('the form asks what happened, and nothing about who somebody is but whether they are grown up', () => {
  expect(questions.flatMap(({ fields }) => fields)).toEqual(asked);
});

test('no answer that is kept, open or sealed, has another name', () => {
  const answers = {
    ...plainAnswers,
    placeWords: 'By the gate',
    direction: 'To the bridge',
    day: '2026-11-20',
    time: '18:00',
    part: 'evening',
    words: 'He followed me.',
    identifies: 'A green jacket',
    reach: 'phone',
    contact: '0100 000 0000',
    consents: { count: true, ask: null, contact: true, keep: false },
    // What a later form might hand on unseen.
    ...{ origin: 'x', belief: 'x', disability: 'x' },
  } as const;
  const sealed = told(answers, { replyRecipient: 'r', signer: 's' });
  expect(Object.keys(sealed).sort()).toEqual(
    'age contact day direction identifies placeWords reach replyRecipient signer soon time words worksThere worksWithUs'.split(
      ' ',
    ),
  );
  for (const language of langs) {
    const open = openPart(answers, { language, cameBy: 'self', weekOf: (day) => day });
    expect(Object.keys(open).sort()).toEqual(
      'cameBy cell formVersion helped kinds language part place soon week who'.split(' '),
    );
  }
});
