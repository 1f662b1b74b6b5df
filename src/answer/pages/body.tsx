/** One body: what it was asked, and what became of it. */
import { type Frame, Icon } from '../../web/index.ts';
import type { PublicAsk } from '../ask/public.ts';
import type { Standing } from '../ask/states.ts';
import type { Body } from '../body/model.ts';
import { Name } from '../views/name.tsx';
import { Key, Squares } from '../views/standing.tsx';
import { AskList } from './ask-list.tsx';
import type { Book } from './book.ts';
import { figuresOf } from './figures.ts';
import { sentences } from './figures-line.ts';
import { PublicPage } from './public-page.tsx';

/** In the order a reader wants them: what is open first. */
const groups: readonly { name: 'open' | 'late' | 'silent' | 'done' | 'no'; of: readonly Standing[] }[] = [
  { name: 'open', of: ['waiting', 'question', 'promised'] },
  { name: 'late', of: ['late', 'promise_late'] },
  { name: 'silent', of: ['silent'] },
  { name: 'done', of: ['confirmed', 'says_kept', 'disputed'] },
  { name: 'no', of: ['cannot', 'not_ours', 'disputes'] },
];

export function BodyPage({ asked, book, body }: { asked: Frame; book: Book; body: Body }) {
  const { t, link } = asked;
  const asks = asksOf(book, body.id);
  const figures = figuresOf(asks, book.today);
  const name = t.of(body.name);
  const feed = link(`/answers/${body.id}/feed.atom`);
  return (
    <PublicPage asked={asked} at="answers" title={name} text={t('public.body.text', { name })} feed={feed}>
      <div class="head">
        <a class="back" href={link('/answers')}>
          <Icon name="chevron-left" flip />
          {t('public.who')}
        </a>
        <h1>
          <Name name={body.name} t={t} of={`body ${body.id}`} wanted={book.wanted} />
        </h1>
        <p class="meta">
          <span>{t(`answer.kind.${body.kind}`)}</span>
          <Above {...{ asked, book, body }} />
        </p>
        <p class="lede">{asks.length === 0 ? t('public.body.none') : sentences(figures, t)}</p>
      </div>
      <div class="stack-7">
        {asks.length > 0 && (
          <div class="stack-2">
            <Squares standings={figures.standings} t={t} />
            <Key t={t} />
          </div>
        )}
        {groups.map(({ name: group, of }) => {
          const some = asks.filter(({ standing }) => of.includes(standing)).toReversed();
          if (some.length === 0) return null;
          return (
            <section key={group} class="stack" aria-labelledby={group}>
              <h2 id={group}>{t(`public.group.${group}`)}</h2>
              <AskList asked={asked} asks={some} wanted={book.wanted} />
            </section>
          );
        })}
        <p class="acts">
          <a class="lone" href={link(`/answers/${body.id}/asks.csv`)}>
            <Icon name="download" />
            {t('public.csv')}
          </a>
          <a class="lone" href={feed}>
            <Icon name="rss" />
            {t('public.follow')}
          </a>
          <a class="lone" href={link('/corrections')}>
            <Icon name="pencil" />
            {t('public.wrong')}
          </a>
        </p>
      </div>
    </PublicPage>
  );
}

function Above({ asked, book, body }: { asked: Frame; book: Book; body: Body }) {
  const { t, link } = asked;
  const parent = book.bodies.get(body.parent ?? '');
  if (parent === undefined) return null;
  return (
    <span>
      {t('public.body.above')}{' '}
      <a href={link(`/answers/${parent.id}`)}>
        <Name name={parent.name} t={t} of={`body ${parent.id}`} wanted={book.wanted} />
      </a>
    </span>
  );
}

/** Oldest first. */
export const asksOf = ({ tabled }: Book, body: string): PublicAsk[] =>
  tabled.filter((ask) => ask.body.id === body);
