/** Pages, feeds and files everybody may read: made once, kept until something changes, the same for everybody. */
import { Type } from 'typebox';
import { dayIn } from '../../platform/clock.ts';
import { type Asked, html, kept, type Made, type Route, route } from '../../platform/http/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { PublicAsk } from '../ask/public.ts';
import { duesOf, termsOf } from '../clock/terms.ts';
import { asksIn } from './area-lines.ts';
import { AreaPage, AreasPage } from './areas.tsx';
import { AskPage } from './ask.tsx';
import { asksOf, BodyPage } from './body.tsx';
import { type Book, openBook } from './book.ts';
import { asksCsv, bodiesCsv } from './csv.ts';
import type { PublicDeps } from './deps.ts';
import { atom } from './feed.ts';
import { LetterPage } from './letter.tsx';
import { isOverdue } from './now-what.tsx';
import { bodyLines, WhoAnswers } from './who-answers.tsx';

const Id = Type.String({ pattern: '^[a-zA-Z0-9_-]{1,64}$' });
const OfBody = Type.Object({ body: Id });
const OfArea = Type.Object({ area: Id });
const OfAsk = Type.Object({ id: Id });

/** Read once, until something changes. */
export function bookOf({ db, shelf, clock, installation }: PublicDeps): Promise<Book> {
  return shelf.recall('book', () => openBook(db, dayIn(installation.zone, clock.now())));
}

/** A demonstration is invented: nobody should find it. */
export const found = ({ installation }: PublicDeps): Made['headers'] =>
  installation.kind === 'real' ? { 'x-robots-tag': 'all' } : {};

/** Refusals 'ask_not_published' for one that was taken off the pages, 'not_found'. */
export function askIn(book: Book, id: string): PublicAsk {
  const ask = book.byId.get(id);
  if (ask !== undefined) return ask;
  throw new Refusal(book.paused.has(id) ? 'ask_not_published' : 'not_found');
}

export function answerPages(deps: PublicDeps): Route[] {
  const open = { method: 'GET', guard: 'everyone', localised: true } as const;
  const robots = found(deps);

  /** `make` sees the book and nothing else that could change. */
  const show = async (asked: Asked, make: (book: Book) => Made | Promise<Made>) =>
    kept(await deps.shelf.keep(asked.link(asked.path), async () => make(await bookOf(deps))));
  const feed = (asked: Asked, asks: readonly PublicAsk[], of: { title: string; page: string }): Made => ({
    content: atom(asks, {
      title: of.title,
      path: asked.link(asked.path),
      page: asked.link(of.page),
      site: deps.publicUrl(),
      author: asked.t.of(deps.installation.name),
      t: asked.t,
    }),
    type: 'application/atom+xml; charset=utf-8',
  });
  const sheet = (content: string): Made => ({ content, type: 'text/csv; charset=utf-8' });
  const bodyIn = (book: Book, id: string) => {
    const body = book.bodies.get(id);
    if (body === undefined) throw new Refusal('not_found');
    return body;
  };
  const areaIn = (book: Book, id: string) => {
    const area = book.areas.get(id);
    if (area === undefined) throw new Refusal('not_found');
    return area;
  };

  return [
    route({
      ...open,
      url: '/answers',
      handle: (asked) => show(asked, (book) => html(<WhoAnswers asked={asked} book={book} />, robots)),
    }),
    route({
      ...open,
      url: '/answers/bodies.csv',
      handle: (asked) => show(asked, (book) => sheet(bodiesCsv(bodyLines(book, asked.t.compare)))),
    }),
    route({
      ...open,
      url: '/answers/feed.atom',
      handle: (asked) =>
        show(asked, (book) => feed(asked, book.tabled, { title: asked.t('public.who'), page: '/answers' })),
    }),
    route({
      ...open,
      url: '/answers/:body',
      params: OfBody,
      handle: (asked) =>
        show(asked, (book) =>
          html(<BodyPage asked={asked} book={book} body={bodyIn(book, asked.params.body)} />, robots),
        ),
    }),
    route({
      ...open,
      url: '/answers/:body/asks.csv',
      params: OfBody,
      handle: (asked) =>
        show(asked, (book) => sheet(asksCsv(asksOf(book, bodyIn(book, asked.params.body).id)))),
    }),
    route({
      ...open,
      url: '/answers/:body/feed.atom',
      params: OfBody,
      handle: (asked) =>
        show(asked, (book) => {
          const { id, name } = bodyIn(book, asked.params.body);
          return feed(asked, asksOf(book, id), { title: asked.t.of(name), page: `/answers/${id}` });
        }),
    }),
    route({
      ...open,
      url: '/asks/:id',
      params: OfAsk,
      handle: (asked) =>
        show(asked, async (book) => {
          const ask = askIn(book, asked.params.id);
          const terms = await termsOf(deps.db, ask.body.id);
          const dues = duesOf(terms, ask.sent, book.events.get(ask.id) ?? []);
          return html(<AskPage asked={asked} book={book} ask={ask} clock={{ terms, dues }} />, robots);
        }),
    }),
    route({
      ...open,
      url: '/asks/:id/letter',
      params: OfAsk,
      handle: (asked) =>
        show(asked, (book) => {
          const ask = askIn(book, asked.params.id);
          if (!isOverdue(ask)) throw new Refusal('not_found');
          return html(<LetterPage asked={asked} book={book} ask={ask} />);
        }),
    }),
    route({
      ...open,
      url: '/areas',
      handle: (asked) => show(asked, (book) => html(<AreasPage asked={asked} book={book} />, robots)),
    }),
    route({
      ...open,
      url: '/areas/:area',
      params: OfArea,
      handle: (asked) =>
        show(asked, (book) =>
          html(<AreaPage asked={asked} book={book} area={areaIn(book, asked.params.area)} />, robots),
        ),
    }),
    route({
      ...open,
      url: '/areas/:area/feed.atom',
      params: OfArea,
      handle: (asked) =>
        show(asked, (book) => {
          const { id, name } = areaIn(book, asked.params.area);
          return feed(asked, asksIn(id, book), { title: asked.t.of(name), page: `/areas/${id}` });
        }),
    }),
  ];
}
