/** After silence: what anyone can do now, and the open letter after 60 days of it. */
import type { Day } from '../../platform/clock.ts';
import { type Frame, Icon, Said } from '../../web/index.ts';
import type { PublicAsk } from '../ask/public.ts';
import type { Standing } from '../ask/states.ts';
import { above } from '../body/model.ts';
import { Name } from '../views/name.tsx';
import { nextDay } from '../views/way.ts';
import type { Book } from './book.ts';

/** Where somebody's own letter may help: the body is silent, or its day has passed. */
const overdue: readonly Standing[] = ['late', 'silent', 'promise_late', 'disputed'];
export const isOverdue = ({ standing }: PublicAsk): boolean => overdue.includes(standing);

export function NowWhat({ asked, book, ask }: { asked: Frame; book: Book; ask: PublicAsk }) {
  const { t, link } = asked;
  if (!isOverdue(ask)) return null;
  const next = nextDay(ask, book.today);
  const higher = above(ask.body.id, book.bodies);
  return (
    <section class="stack" aria-labelledby="now-what">
      <h2 id="now-what" class="h3">
        {t('public.now_what')}
      </h2>
      <ul class="points stack-2">
        <li>
          {t('public.now_what.letter')}{' '}
          <a href={link(`/asks/${ask.id}/letter`)}>{t('public.now_what.letter_link')}</a>
        </li>
        {higher.map(({ id, name }) => (
          <li key={id}>
            {t('public.now_what.above')}{' '}
            <a href={link(`/answers/${id}`)}>
              <Name name={name} t={t} of={`body ${id}`} wanted={book.wanted} />
            </a>
          </li>
        ))}
        {next !== null && (
          <li>{t('public.now_what.next', { day: t.day(next.day), what: t(`public.next.${next.what}`) })}</li>
        )}
      </ul>
    </section>
  );
}

export function OpenLetter({ asked, ask }: { asked: Frame; ask: PublicAsk }) {
  const { t, organisation, link } = asked;
  if (ask.standing !== 'silent') return null;
  return (
    <section class="letter stack" aria-labelledby="open-letter">
      <h2 id="open-letter" class="h3">
        {t('public.open_letter', { name: t.of(ask.body.name) })}
      </h2>
      <LetterText ask={ask} t={t} organisation={t.of(organisation)} />
      <p>{t('public.open_letter.ends')}</p>
      <p>{t.of(organisation)}</p>
      <p>
        <a class="lone" href={link(`/asks/${ask.id}/letter`)}>
          <Icon name="printer" />
          {t('public.now_what.letter_link')}
        </a>
      </p>
    </section>
  );
}

interface LetterTextProps {
  ask: PublicAsk;
  t: Frame['t'];
  organisation: string;
}

/** What was asked, when, and that no answer came. */
export function LetterText({ ask, t, organisation }: LetterTextProps) {
  const due: Day = ask.due ?? ask.sent;
  const params = { organisation, sent: t.day(ask.sent), due: t.day(due), place: t.of(ask.about.name) };
  return (
    <>
      <p>{t('public.letter.asked', params)}</p>
      <ul class="points">
        {ask.asked.map((one) => (
          <li key={one.en}>
            <Said t={t} said={one} />
          </li>
        ))}
      </ul>
      <p>{t(letterWhy(ask), params)}</p>
    </>
  );
}

function letterWhy({ standing }: PublicAsk) {
  if (standing === 'promise_late') return 'public.letter.promise_late' as const;
  return standing === 'disputed' ? ('public.letter.disputed' as const) : ('public.letter.no_answer' as const);
}
