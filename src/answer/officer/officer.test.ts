import { describe, expect, test } from 'vitest';
import { codeIn, karim, mailbox, wrongs } from '../../../test/karim.ts';
import { type TestWorld, world } from '../../../test/world.ts';
import { askReader, passAnswer, tellBody, withholdAnswer } from '../index.ts';

const way = async (here: TestWorld, id = 'ask1') => {
  const found = await askReader(here.database.db).byId(id);
  if (found === null) throw new Error('no such ask');
  return found;
};
const did = async (here: TestWorld) => (await way(here)).events.map(({ what }) => what);
const inOne = <R>(here: TestWorld, work: (tx: Parameters<typeof passAnswer>[0]) => Promise<R>) =>
  here.database.db.transaction().execute(work);
const today = '2026-11-22';
const guards = {
  kind: 'will_do',
  promised: '2026-12-20',
  words: 'Two guards stand on the platform every evening.',
};

describe('Karim opens the link', () => {
  test('sees that there is a request, reads it by a button, and that is said once', async () => {
    await using here = await world();
    const officer = await karim(here);
    const first = await officer.get(officer.at());
    expect(first.status).toBe(200);
    expect(first.text).toContain('Door of the City');
    expect(first.text).toContain('29 November 2026');
    expect(first.text).not.toContain('Light at the stop');
    expect(first.headers['x-robots-tag']).toContain('noindex');
    expect(await did(here)).toEqual([]);

    await officer.reads();
    await officer.reads();
    expect(await did(here)).toEqual(['opened']);
    expect((await officer.get(officer.at())).text).toContain('Light at the stop');
    expect((await way(here)).ask).toMatchObject({ state: 'sent', due: '2026-11-29' });
  });

  test('in Arabic, and from the address in the mail, which has no language', async () => {
    await using here = await world();
    const officer = await karim(here, { locale: 'ar' });
    const bare = await here.app.inject({ url: `/o/${officer.token}`, headers: { 'accept-language': 'ar' } });
    expect(bare.headers.location).toBe(officer.at());
    expect((await officer.get(officer.at())).text).toContain('قراءة المطلب');
    const cut = await officer.get(officer.at().slice(0, -9));
    expect([cut.status, cut.text.includes('/new"')]).toEqual([410, true]);
    await officer.reads();
    expect((await officer.get(officer.at())).text).toContain('إنارة عند المحطة');
  });

  test('before it was read there is no form', async () => {
    await using here = await world();
    const officer = await karim(here);
    expect((await officer.get(officer.at('/answer'))).headers.location).toBe(officer.at());
  });
});

describe('Karim answers', () => {
  test('where no mail can leave he hears it at once, and what else he can do', async () => {
    await using here = await world({ kind: 'real' });
    const officer = await karim(here);
    await officer.reads();
    const { status, text } = await officer.post(officer.at('/answer'), {
      ...guards,
      office: 'Station',
      go: 'send',
    });
    expect(status).toBe(503);
    expect(text).toContain('on paper');
    expect((await way(here)).answers).toEqual([]);
  });

  test('sees exactly what everybody will see, confirms by the mailbox, and it is public that he answered', async () => {
    await using here = await world();
    const officer = await karim(here);
    await officer.reads();
    const preview = await officer.post(officer.at('/answer'), {
      ...guards,
      office: 'Station management',
      go: 'preview',
    });
    expect(preview.status).toBe(200);
    expect(preview.text).toContain(
      'Public now: that you answered. Your words follow when a caseworker has read them, within 3 working days.',
    );
    expect(preview.text).toContain('Two guards stand');
    expect((await way(here)).answers).toEqual([]);

    const path = await officer.writes(guards);
    expect((await way(here)).answers[0]).toMatchObject({ number: 1, confirmed: null });
    expect((await way(here)).ask.state).toBe('sent');
    expect((await officer.get(path)).text).not.toContain('Two guards');
    expect((await officer.get(officer.at())).text).toContain('waits for its code');
    const given = await officer.post(path, { do: 'confirm', code: await codeIn(here) });
    expect(given.headers.location).toBe(officer.at('?given=yes'));

    const { ask, answers, events } = await way(here);
    expect(ask).toMatchObject({ state: 'promised', promised: '2026-12-20' });
    expect(answers[0]).toMatchObject({ confirmed: today, passed: null });
    expect(events.at(-1)).toMatchObject({ what: 'answered', who: null, note: { number: 1 } });
    const page = await officer.get(officer.at('?given=yes'));
    expect(page.text).toContain('Your answer counts from today');
    expect(page.text).not.toContain('Two guards');
  });

  test('the code typed in Arabic digits, with a space, counts; typed once more it is the same answer', async () => {
    await using here = await world();
    const officer = await karim(here);
    await officer.reads();
    const path = await officer.writes(guards);
    const code = (await codeIn(here)).replace(/\d/g, (one) => String.fromCharCode(0x660 + Number(one)));
    const typed = { do: 'confirm', code: `${code.slice(0, 3)} ${code.slice(3)}` };
    expect((await officer.post(path, typed)).status).toBe(303);
    expect((await officer.post(path, typed)).status).toBe(303);
    expect((await did(here)).filter((what) => what === 'answered')).toHaveLength(1);
  });

  test.each([
    ['done', 'says_kept'],
    ['cannot', 'cannot'],
    ['not_ours', 'not_ours'],
    ['dispute', 'disputes'],
  ])('%s, and the ask is %s', async (kind, state) => {
    await using here = await world();
    const officer = await karim(here);
    await officer.reads();
    expect((await officer.answers({ kind, words: 'The stairs belong to the district.' })).status).toBe(303);
    expect((await way(here)).ask.state).toBe(state);
    expect((await officer.get(officer.at('/answer'))).status).toBe(200);
  });

  test('with a question: the clock stands until Ines answers it, and goes on with those days not counted', async () => {
    await using here = await world();
    const officer = await karim(here);
    await officer.reads();
    await officer.answers({ kind: 'question', words: 'Which of the two stairs is meant?' });
    expect((await way(here)).ask).toMatchObject({ state: 'question', due: null });

    here.clock.set('2026-12-10T10:00:00Z');
    expect((await officer.get(officer.at())).text).toContain('The clock stands');
    const telling = {
      ask: 'ask1',
      number: 1,
      by: 'ines',
      today: '2026-12-10',
      words: { en: 'The northern.', ar: 'الشمالي.' },
    };
    await inOne(here, (tx) => tellBody(tx, telling));
    await inOne(here, (tx) => tellBody(tx, telling));
    const { ask } = await way(here);
    expect(ask.state).toBe('sent');
    expect((await did(here)).filter((what) => what === 'told')).toHaveLength(1);
    // Fourteen working days before the question; six after 10 December, Fridays and Saturdays not among them.
    expect(ask.due).toBe('2026-12-20');
    const mails = await mailbox(here);
    expect(mails.map(({ template }) => template)).toContain('question_answered');
    expect((await officer.get(officer.at())).status).toBe(200);
  });

  test('with a wish for more time: once, with a reason, and the new day is shown', async () => {
    await using here = await world();
    const officer = await karim(here);
    await officer.reads();
    await officer.answers({ kind: 'extension', days: '5', words: 'The files are at another office.' });
    const { ask, events } = await way(here);
    expect(ask).toMatchObject({ state: 'sent', due: '2026-12-06' });
    expect(events.at(-1)).toMatchObject({ what: 'extended', note: { days: 5, until: '2026-12-06' } });
    const form = await officer.get(officer.at('/answer'));
    expect(form.text).not.toContain('value="extension"');
    here.clock.set('2026-12-05T10:00:00Z');
    expect((await officer.get(officer.at())).status).toBe(200);
  });
});

describe('what is wrong is said, and nothing that was typed is lost', () => {
  test.each([
    [{ kind: '' }, 'Choose what your answer is'],
    [{ kind: 'will_do', promised: '' }, 'Type the day as day, month and year, for example 31/1/2027'],
    [
      { kind: 'will_do', promised: '2026-11-22' },
      '22 November 2026 is not in the future: choose a day after today',
    ],
    [
      { kind: 'will_do', promised: '22/11/2028' },
      '22 November 2028 is too far away: choose a day until 21 November 2028',
    ],
    [
      { kind: 'will_do', promised: '31/2/2027' },
      'Type the day as day, month and year, for example 31/1/2027',
    ],
    [{ kind: 'cannot', words: ' ' }, 'Write why you cannot'],
    [{ kind: 'not_ours', words: '' }, 'Write whose it is'],
    [{ kind: 'extension', days: '31' }, 'Type a number of days from 1 to 30'],
    [{ kind: 'done', office: '' }, 'Type the name of your office, as it will be printed'],
    [{ kind: 'done', words: '500 letters. '.repeat(40) }, 'Your words have 519 letters: shorten them to 500'],
    [
      { kind: 'done', office: 'Mr. Hany Adel' },
      '“Mr. Hany Adel” names a person: write of the office instead',
    ],
  ])('%j', async (typed, says) => {
    await using here = await world();
    const officer = await karim(here);
    await officer.reads();
    const whole = { office: 'Stations', words: 'We looked.', go: 'preview', ...typed };
    const answer = await officer.post(officer.at('/answer'), whole);
    expect(answer.status).toBe(422);
    expect(wrongs(answer.text)).toContain(says);
    for (const value of Object.values(typed).filter((one) => one.trim() !== ''))
      expect(answer.text).toContain(value);
  });

  test('words about a person are refused with the place where they stand, marked', async () => {
    await using here = await world();
    const officer = await karim(here);
    await officer.reads();
    const words = 'The girl who reported on Sunday was wrong.\nCall Mr Adel: 0101 234 5678.';
    const answer = await officer.post(officer.at('/answer'), {
      kind: 'dispute',
      office: 'Stations',
      words,
      go: 'send',
    });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('<mark>The girl who reported</mark>');
    expect(answer.text).toContain('<mark>Mr Adel</mark>');
    expect(answer.text).toContain('<mark>0101 234 5678</mark>');
    expect((await way(here)).answers).toEqual([]);
    expect(await mailbox(here)).toEqual([]);
  });

  test('a change of the language keeps everything, and refuses nothing yet', async () => {
    await using here = await world();
    const officer = await karim(here);
    await officer.reads();
    const typed = { kind: 'will_do', promised: '', words: 'Two guards', office: '', language: 'ar' };
    const answer = await officer.post(`/ar/o/${officer.token}/answer`, typed);
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('Two guards');
    expect(answer.text).toContain('dir="rtl"');
    expect(wrongs(answer.text)).toEqual([]);
  });
});

describe('Ines decides about the words', () => {
  test('passes them: they are public with the office, the body is told by mail, and twice is once', async () => {
    await using here = await world();
    const officer = await karim(here);
    await officer.reads();
    await officer.answers(guards);
    const deciding = { ask: 'ask1', number: 1, by: 'ines', today };
    await inOne(here, (tx) => passAnswer(tx, deciding));
    await inOne(here, (tx) => passAnswer(tx, deciding));
    expect((await did(here)).filter((what) => what === 'passed')).toHaveLength(1);
    const mails = await mailbox(here);
    expect(mails.map(({ template }) => template)).toEqual(['words_passed']);
    const page = await officer.get(officer.at());
    expect(page.text).toContain('Two guards stand');
    expect(page.text).toContain('Station management');
  });

  test('withholds them with the reason; that it answered stays public', async () => {
    await using here = await world();
    const officer = await karim(here);
    await officer.reads();
    await officer.answers(guards);
    const deciding = { ask: 'ask1', number: 1, by: 'ines', today, why: 'about_a_person' as const };
    await inOne(here, (tx) => withholdAnswer(tx, deciding));
    await inOne(here, (tx) => withholdAnswer(tx, deciding));
    expect((await did(here)).filter((what) => what === 'withheld')).toHaveLength(1);
    const page = await officer.get(officer.at());
    expect(page.text).not.toContain('Two guards');
    expect((await way(here)).ask.state).toBe('promised');
    await inOne(here, (tx) => passAnswer(tx, deciding));
    expect((await officer.get(officer.at())).text).toContain('Two guards');
  });

  test('what the mailbox never confirmed is not there to be decided on', async () => {
    await using here = await world();
    const officer = await karim(here);
    await officer.reads();
    await officer.writes(guards);
    const deciding = { ask: 'ask1', number: 1, by: 'ines', today };
    await expect(inOne(here, (tx) => passAnswer(tx, deciding))).rejects.toMatchObject({ code: 'not_found' });
  });
});
