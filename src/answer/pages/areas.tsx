/** The same by place: hexagons, and under them the table that says it in words, in the same order. */
import { Back, Empty, type Frame, Icon } from '../../web/index.ts';
import type { Area } from '../area/model.ts';
import { Name } from '../views/name.tsx';
import { faceOf, faces, Key, Square } from '../views/standing.tsx';
import { type AreaLine, asksIn, elsewhere, linesIn, nobodyFor, wholeLines } from './area-lines.ts';
import { AskList } from './ask-list.tsx';
import type { Book } from './book.ts';
import { type Fill, fillOf, Hexagons } from './hexagons.tsx';
import { PublicPage } from './public-page.tsx';

interface AreasProps {
  asked: Frame;
  book: Book;
}

export function AreasPage({ asked, book }: AreasProps) {
  const { t } = asked;
  const lines = wholeLines(book);
  const other = elsewhere(book).toReversed();
  return (
    <PublicPage asked={asked} at="areas" here title={t('public.areas')} text={t('public.areas.text')}>
      <div class="head">
        <h1>{t('public.areas')}</h1>
        <p class="lede">{t('public.areas.lede')}</p>
      </div>
      <div class="stack-7">
        {lines.length === 0 ? (
          <Empty title={t('public.areas.none')} place="square">
            <p>{t('public.who.none.text')}</p>
          </Empty>
        ) : (
          <MapAndTable asked={asked} book={book} lines={lines} />
        )}
        <Nobody asked={asked} book={book} />
        {other.length > 0 && (
          <section class="stack" aria-labelledby="elsewhere">
            <h2 id="elsewhere">{t('public.areas.elsewhere')}</h2>
            <AskList asked={asked} asks={other} wanted={book.wanted} named />
          </section>
        )}
      </div>
    </PublicPage>
  );
}

export function AreaPage({ asked, book, area }: AreasProps & { area: Area }) {
  const { t, link } = asked;
  const lines = linesIn(area, book);
  const asks = asksIn(area.id, book).toReversed();
  const answered = nobodyFor(book).every(({ id }) => id !== area.id);
  const name = t.of(area.name);
  const parent = book.areas.get(area.parent ?? '');
  const feed = link(`/areas/${area.id}/feed.atom`);
  return (
    <PublicPage asked={asked} at="areas" title={name} text={t('public.area.text', { name })} feed={feed}>
      <div class="head">
        <Back
          t={t}
          href={link(parent ? `/areas/${parent.id}` : '/areas')}
          text={parent ? t.of(parent.name) : t('public.areas')}
        />
        <h1>
          <Name name={area.name} t={t} of={`area ${area.id}`} wanted={book.wanted} />
        </h1>
        {answered ? (
          <Answering asked={asked} book={book} area={area} />
        ) : (
          <p class="lede">{t('answer.nobody')}</p>
        )}
      </div>
      <div class="stack-7">
        {lines.length > 0 && <MapAndTable asked={asked} book={book} lines={lines} />}
        <section class="stack" aria-labelledby="asks">
          <h2 id="asks">{t('public.area.asks')}</h2>
          {asks.length === 0 ? (
            <p>{t('public.area.no_asks')}</p>
          ) : (
            <AskList asked={asked} asks={asks} wanted={book.wanted} named />
          )}
        </section>
        <p class="quiet">{t('public.area.no_figures')}</p>
        <p class="acts">
          <a class="lone" href={feed}>
            <Icon name="rss" />
            {t('public.follow')}
          </a>
        </p>
      </div>
    </PublicPage>
  );
}

function Answering({ asked, book, area }: AreasProps & { area: Area }) {
  const { t, link } = asked;
  const body = book.bodies.get(area.body ?? '');
  if (body === undefined) return null;
  return (
    <p class="meta">
      <span>
        {t('public.area.body')}{' '}
        <a href={link(`/answers/${body.id}`)}>
          <Name name={body.name} t={t} of={`body ${body.id}`} wanted={book.wanted} />
        </a>
      </span>
    </p>
  );
}

function MapAndTable({ asked, book, lines }: AreasProps & { lines: readonly AreaLine[] }) {
  const { t, link } = asked;
  const shown = new Set<Fill>([
    ...lines.map(fillOf),
    ...lines.flatMap(({ asks }) => asks.map(({ standing }) => faceOf[standing])),
  ]);
  return (
    <section class="stack-5" aria-labelledby="map">
      <div class="stack-2">
        <h2 class="h3" id="map">
          {t('public.map')}
        </h2>
        <Key
          t={t}
          only={faces.filter((face) => shown.has(face))}
          more={(['unasked', 'nobody'] as const).filter((one) => shown.has(one))}
        />
      </div>
      <div class="beside even">
        <Hexagons lines={lines} t={t} to={({ area }) => (area === null ? null : link(`/areas/${area}`))} />
        <AreaTable asked={asked} book={book} lines={lines} />
      </div>
    </section>
  );
}

function AreaTable({ asked, book, lines }: AreasProps & { lines: readonly AreaLine[] }) {
  const { t, link } = asked;
  return (
    <table class="tight">
      <caption class="vh">{t('public.map.table')}</caption>
      <thead>
        <tr>
          <th scope="col" class="n">
            {t('public.map.number')}
          </th>
          <th scope="col">{t('public.map.place')}</th>
          <th scope="col">{t('public.map.standing')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, n) => (
          <tr key={line.key}>
            <td class="n">{t.number(n + 1)}</td>
            <th scope="row">
              {line.area === null ? (
                <Name name={line.name} t={t} of={line.key} wanted={book.wanted} />
              ) : (
                <a href={link(`/areas/${line.area}`)}>
                  <Name name={line.name} t={t} of={line.key} wanted={book.wanted} />
                </a>
              )}
            </th>
            <td>
              <Standings line={line} t={t} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Standings({ line, t }: { line: AreaLine; t: Frame['t'] }) {
  const fill = fillOf(line);
  if (fill === 'unasked' || fill === 'nobody')
    return (
      <span class="state">
        <Square face={fill} />
        {t(`public.face.${fill}`)}
      </span>
    );
  return (
    <ul>
      {[...Map.groupBy(line.asks, ({ standing }) => faceOf[standing])]
        .sort(([a], [b]) => faces.indexOf(a) - faces.indexOf(b))
        .map(([face, asks]) => (
          <li key={face}>
            <span class="state">
              <Square face={face} />
              {asks.length > 1
                ? t('public.pair', { name: t(`public.face.${face}`), value: asks.length })
                : t(`public.face.${face}`)}
            </span>
          </li>
        ))}
    </ul>
  );
}

/** Said from the areas alone, whether or not anybody told anything. */
function Nobody({ asked, book }: AreasProps) {
  const { t, link } = asked;
  const areas = nobodyFor(book);
  if (areas.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="nobody">
      <h2 id="nobody">{t('public.nobody')}</h2>
      <p>{t('answer.nobody')}</p>
      <ul class="names">
        {areas.map(({ id, name }) => (
          <li key={id}>
            <a href={link(`/areas/${id}`)}>
              <Name name={name} t={t} of={`area ${id}`} wanted={book.wanted} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
