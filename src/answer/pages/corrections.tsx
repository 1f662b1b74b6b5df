/** Somebody says that something here is wrong: a form without script, our own clock, our own row. */
import {
  Button,
  ErrorSummary,
  Field,
  type Frame,
  type Mistake,
  Note,
  Reads,
  Said,
  Table,
} from '../../web/index.ts';
import type { PublicAsk } from '../ask/public.ts';
import { type Correction, correctWithin, longestContact, longestWords } from '../correction/model.ts';
import type { Book } from './book.ts';
import { ownSentences } from './figures-line.ts';
import { PublicPage } from './public-page.tsx';

interface CorrectionsProps {
  asked: Frame;
  book: Book;
  /** What it is about, where a page led here. */
  ask: PublicAsk | null;
  /** As it was typed, where it could not be taken. */
  typed?: { words: string; contact: string };
  problem?: string;
}

export function CorrectionsPage({ asked, book, ask, typed, problem }: CorrectionsProps) {
  const { t, link, organisation } = asked;
  const mistakes: Mistake[] = problem === undefined ? [] : [{ field: 'words', text: problem }];
  return (
    <PublicPage
      asked={asked}
      at="corrections"
      here={ask === null}
      title={t('public.corrections')}
      text={t('public.corrections.text')}
      takesWords
      mistaken={problem !== undefined}
    >
      <div class="column stack-7">
        <div class="stack">
          <ErrorSummary t={t} mistakes={mistakes} />
          <h1>{t('public.corrections')}</h1>
          <p class="lede">{t('public.corrections.lede', { n: correctWithin })}</p>
        </div>
        <form method="post" action={link('/corrections')} class="stack-5">
          {ask !== null && (
            <p>
              {t('public.corrections.about')}{' '}
              <a href={link(`/asks/${ask.id}`)}>
                {t('public.ask.h1', { name: t.of(ask.body.name), place: t.of(ask.about.name) })}
              </a>
              <input type="hidden" name="ask" value={ask.id} />
            </p>
          )}
          <Field
            name="words"
            label={t('public.corrections.words')}
            hint={t('public.corrections.words.hint')}
            t={t}
            rows={6}
            maxLength={longestWords}
            value={typed?.words ?? ''}
            problem={problem}
          />
          <Field
            name="contact"
            label={t('public.corrections.contact')}
            hint={t('public.corrections.contact.hint')}
            t={t}
            optional
            maxLength={longestContact}
            value={typed?.contact ?? ''}
          />
          <Reads>{t('public.corrections.reads', { name: t.of(organisation) })}</Reads>
          <div>
            <Button>{t('public.corrections.send')}</Button>
          </div>
        </form>
        <Note>
          <p>
            {t('public.corrections.not_here')} <a href={link('/report')}>{t('home.tell')}</a>
          </p>
        </Note>
        <section class="stack" aria-labelledby="own">
          <h2 id="own">{t('public.own', { name: t.of(organisation) })}</h2>
          <p>{ownSentences(book.own, t)}</p>
          <Answered corrections={book.corrections} t={t} />
        </section>
      </div>
    </PublicPage>
  );
}

const shown = 50;

/** What we answered, the last first; what was written to us stands nowhere. */
function Answered({ corrections, t }: { corrections: readonly Correction[]; t: Frame['t'] }) {
  if (corrections.length === 0) return null;
  return (
    <Table
      caption={t('public.corrections.table')}
      columns={[
        { label: t('public.corrections.number') },
        { label: t('public.corrections.due') },
        { label: t('public.corrections.answer') },
      ]}
      rows={corrections
        .toReversed()
        .slice(0, shown)
        .map(({ id, due, answered, done, words }) => [
          <bdi class="num" key={id}>
            {id}
          </bdi>,
          t.day(due),
          answered === null || done === null ? (
            t('public.corrections.open')
          ) : (
            <div class="stack-2" key={id}>
              <p>
                {t(`public.corrections.${done}`)} <span class="quiet">{t.day(answered)}</span>
              </p>
              <p class="own-lines">
                <Said t={t} said={words} />
              </p>
            </div>
          ),
        ])}
    />
  );
}

export function CorrectionSent({ asked, id, due }: { asked: Frame; id: string; due: string }) {
  const { t, link } = asked;
  return (
    <PublicPage
      asked={asked}
      at="corrections"
      title={t('public.corrections.sent')}
      text={t('public.corrections.text')}
    >
      <div class="column stack-5">
        <h1>{t('public.corrections.sent')}</h1>
        <p class="lede">{t('public.corrections.sent.text', { id, day: t.day(due) })}</p>
        <p>
          <a class="lone" href={link('/corrections')}>
            {t('public.own.link')}
          </a>
        </p>
      </div>
    </PublicPage>
  );
}
