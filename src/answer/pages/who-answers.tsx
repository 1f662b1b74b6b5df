/** Who answers: every body that was asked, and ourselves, with what became of the asks. Sorted by what people confirmed. */
import type { Frame } from '../../web/index.ts';
import { Empty, Icon } from '../../web/index.ts';
import type { PublicAsk } from '../ask/public.ts';
import { Name } from '../views/name.tsx';
import { Key, Squares } from '../views/standing.tsx';
import { AskList } from './ask-list.tsx';
import { BodyTable } from './body-table.tsx';
import type { Book } from './book.ts';
import { enoughForARow, type Figures, figuresOf } from './figures.ts';
import { ownSentences, sentences } from './figures-line.ts';
import { Hers } from './hers.tsx';
import { PublicPage } from './public-page.tsx';

export interface BodyLine {
  id: string;
  name: PublicAsk['body']['name'];
  figures: Figures;
}

/** Most confirmed first; of equal ones those who were asked more, then by name. */
export function bodyLines({ tabled, today }: Book, compare: (a: string, b: string) => number): BodyLine[] {
  return [...Map.groupBy(tabled, ({ body }) => body.id)]
    .flatMap(([id, asks]) =>
      asks[0] ? [{ id, name: asks[0].body.name, figures: figuresOf(asks, today) }] : [],
    )
    .sort(
      (a, b) =>
        b.figures.confirmed - a.figures.confirmed ||
        b.figures.asked - a.figures.asked ||
        compare(a.name.en, b.name.en),
    );
}

export function WhoAnswers({ asked, book }: { asked: Frame; book: Book }) {
  const { t, link } = asked;
  const lines = bodyLines(book, t.compare);
  const rows = lines.filter(({ figures }) => figures.asked >= enoughForARow);
  const few = lines.filter(({ figures }) => figures.asked < enoughForARow);
  const ownInTable = book.own.asked >= enoughForARow;
  const all = figuresOf(book.tabled, book.today);
  return (
    <PublicPage
      asked={asked}
      at="answers"
      here
      title={t('public.who')}
      text={t('public.who.text')}
      feed={link('/answers/feed.atom')}
    >
      <div class="head">
        <h1>{t('public.who')}</h1>
        <p class="lede">
          {lines.length === 0
            ? t('public.who.lede')
            : [
                t('public.who.bodies', { n: lines.length }),
                t('public.who.asks', { n: all.asked }),
                t('public.who.confirmed', { n: all.confirmed }),
                ...(all.silent > 0 ? [t('public.who.silent', { n: all.silent })] : []),
              ].join(' ')}
        </p>
      </div>
      <div class="stack-7">
        {lines.length === 0 ? (
          <Empty title={t('public.who.none')} place="square">
            <p>{t('public.who.none.text')}</p>
          </Empty>
        ) : (
          <section class="stack-5" aria-labelledby="squares">
            <div class="stack-2">
              <h2 class="h3" id="squares">
                {t('public.who.squares')}
              </h2>
              <Key t={t} />
            </div>
            {(rows.length > 0 || ownInTable) && (
              <BodyTable
                {...{ asked, lines: rows, own: ownInTable ? book.own : null, wanted: book.wanted }}
              />
            )}
            {few.length > 0 && (
              <ul class="list">
                {few.map(({ id, name, figures }) => (
                  <li key={id}>
                    <h3>
                      <a class="open" href={link(`/answers/${id}`)}>
                        <Name name={name} t={t} of={`body ${id}`} wanted={book.wanted} />
                      </a>
                    </h3>
                    <Squares standings={figures.standings} t={t} />
                    <p>{sentences(figures, t)}</p>
                  </li>
                ))}
              </ul>
            )}
            <p class="small quiet">{t('public.who.method', { day: t.day(book.today) })}</p>
          </section>
        )}
        {!ownInTable && <Own asked={asked} book={book} />}
        <Latest asked={asked} book={book} />
        <p class="acts">
          <Away href={link('/areas')} icon="map-pin" text={t('public.who.by_place')} />
          <Away href={link('/answers/bodies.csv')} icon="download" text={t('public.csv')} />
          <Away href={link('/answers/feed.atom')} icon="rss" text={t('public.follow')} />
          <Away href="/api/v1/openapi.json" icon="file-text" text={t('public.api')} />
        </p>
        <Hers t={t} />
      </div>
    </PublicPage>
  );
}

function Away({
  href,
  icon,
  text,
}: {
  href: string;
  icon: 'map-pin' | 'download' | 'rss' | 'file-text';
  text: string;
}) {
  return (
    <a class="lone" href={href}>
      <Icon name={icon} />
      {text}
    </a>
  );
}

/** We stand in our own table: what was wrong on our pages, and how long we took. */
function Own({ asked, book }: { asked: Frame; book: Book }) {
  const { t, link, organisation } = asked;
  return (
    <section class="stack-2" aria-labelledby="own">
      <h2 class="h3" id="own">
        {t('public.own', { name: t.of(organisation) })}
      </h2>
      <p>
        {ownSentences(book.own, t)} <a href={link('/corrections')}>{t('public.own.link')}</a>
      </p>
    </section>
  );
}

const latestShown = 5;

function Latest({ asked, book }: { asked: Frame; book: Book }) {
  const { t } = asked;
  const answered = latestAnswers(book).slice(0, latestShown);
  if (answered.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="latest">
      <h2 id="latest">{t('public.latest')}</h2>
      <AskList asked={asked} asks={answered} wanted={book.wanted} named />
    </section>
  );
}

/** Asks that were answered, the last answer first. */
export function latestAnswers({ tabled }: Pick<Book, 'tabled'>): PublicAsk[] {
  const last = ({ answers }: PublicAsk) => answers.at(-1)?.day ?? '';
  return tabled
    .filter(({ answered }) => answered !== null)
    .sort((a, b) => (last(a) + a.id > last(b) + b.id ? -1 : 1));
}
