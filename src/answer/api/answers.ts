/** From what public pages are made of to what the public interface answers. Pure. */
import type { Static } from 'typebox';
import { both } from '../../platform/i18n/index.ts';
import { unanswered } from '../area/model.ts';
import type { Withheld } from '../ask/model.ts';
import { withholds } from '../ask/model.ts';
import type { PublicAnswer, PublicAsk } from '../ask/public.ts';
import { asksIn } from '../pages/area-lines.ts';
import type { Book } from '../pages/book.ts';
import { figuresOf } from '../pages/figures.ts';
import type { ApiArea, ApiAsk, ApiBody, AreasShape, AsksShape, BodiesShape, OneAskShape } from './shapes.ts';

const notFindings = both((t) => t('public.not_findings'));

/** Every body that may be seen: by id. */
export function bodiesAnswer(book: Book): Static<typeof BodiesShape> {
  const bodies = [...book.bodies.values()].map(({ id, kind, name, parent }): ApiBody => {
    const asks = book.tabled.filter(({ body }) => body.id === id);
    const { standings: _, ...figures } = figuresOf(asks, book.today);
    return { id, kind, name, parent, ...figures };
  });
  return { day: book.today, bodies, corrections: book.own };
}

/** `site`: 'https://…'. Oldest first. */
export const asksAnswer = (book: Book, site: string): Static<typeof AsksShape> => ({
  day: book.today,
  notFindings,
  asks: book.tabled.map((ask) => askAnswer(ask, site)),
});

export const oneAskAnswer = (book: Book, ask: PublicAsk, site: string): Static<typeof OneAskShape> => ({
  day: book.today,
  notFindings,
  ask: askAnswer(ask, site),
});

export function areasAnswer(book: Book): Static<typeof AreasShape> {
  const nobody = new Set(unanswered(book.areas).map(({ id }) => id));
  const areas = [...book.areas.values()].map(
    ({ id, name, parent, body }): ApiArea => ({
      id,
      name,
      parent,
      body,
      unanswered: nobody.has(id),
      asks: asksIn(id, book).map((ask) => ask.id),
    }),
  );
  return { day: book.today, areas };
}

function askAnswer(ask: PublicAsk, site: string): ApiAsk {
  const { about, body, months, steps, answers, visits } = ask;
  return {
    id: ask.id,
    url: `${site}/asks/${ask.id}`,
    body: body.id,
    place: 'place' in about ? about.place : null,
    area: 'area' in about ? about.area : null,
    where: about.name,
    kinds: [...ask.kinds],
    from: months[0],
    to: months[1],
    asked: [...ask.asked],
    words: ask.words,
    standing: ask.standing,
    sent: ask.sent,
    acknowledgeDue: ask.acknowledgeDue,
    due: ask.due,
    promised: ask.promised,
    answered: ask.answered,
    steps: steps.map(({ day, what, note }) => ({ day, what, words: note?.words ?? null })),
    answers: answers.map((answer) => answerOf(answer, `${site}/asks/${ask.id}`)),
    visits: visits.map((visit) => ({ ...visit })),
  };
}

function answerOf(answer: PublicAnswer, url: string): ApiAsk['answers'][number] {
  const { kind, day, promised, office, words, files, number } = answer;
  return {
    kind,
    day,
    promised,
    office: office || null,
    words: 'passed' in words ? words.passed : null,
    withheld: 'withheld' in words ? withheldOf(words.withheld) : null,
    files: files.map((file) => ({
      kind: file.kind,
      bytes: file.bytes,
      url: `${url}/files/${number}/${file.number}`,
    })),
  };
}

const withheldOf = (why: string): Withheld => withholds.find((one) => one === why) ?? 'not_an_answer';
