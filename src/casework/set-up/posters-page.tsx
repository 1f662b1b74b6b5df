/**
 * What hangs on walls and lies in pockets: for each language a sheet to hang up and a sheet of cards to cut. Black on
 * white, neutral: a card says nothing of what happened to anybody, and names no line.
 */
import { encode } from 'uqr';
import type { Day } from '../../platform/clock.ts';
import { langs, type Said as SaidText, type T, translate } from '../../platform/i18n/index.ts';
import { type Line, reached } from '../../report/index.ts';
import { Note, Said } from '../../web/index.ts';
import { type SetUpAsked, SetUpPage } from './frame.tsx';

export interface PostersProps {
  asked: SetUpAsked;
  organisation: SaidText;
  /** The public address, https://… */
  address: string;
  /** The root's words, or digits, as a language has them. */
  wordsIn(lang: string): string;
  lines: readonly Line[];
  today: Day;
}

const linesOnPoster = 3;
const linesOnCard = 2;
const cardsOnSheet = 8;

/** Somebody to talk to, for everyone or for women, whom our own call has reached lately. */
export const onPaper = (lines: readonly Line[], today: Day): Line[] =>
  lines.filter(
    (line) =>
      line.kind === 'support' &&
      (line.forWhom.includes('everyone') || line.forWhom.includes('women')) &&
      reached(line, today).state === 'answered',
  );

/** Who must be warned has no room on a card: such a line stands on the poster alone. */
export const onCard = (lines: readonly Line[], today: Day): Line[] =>
  onPaper(lines, today).filter(({ notSafeFor }) => notSafeFor === undefined);

export function PostersPage(props: PostersProps) {
  const { asked, lines, today } = props;
  const { t } = asked;
  const order = [t.lang, ...langs.filter((lang) => lang !== t.lang)];
  return (
    <SetUpPage asked={asked} title={t('setup.posters')} lede={t('setup.posters.lede')} paper>
      <Note icon="printer">
        <p>{t('setup.posters.print')}</p>
      </Note>
      <ul class="points stack-2 paper-about">
        <li>{t('setup.posters.neutral')}</li>
        <li>{t(onPaper(lines, today).length === 0 ? 'setup.posters.no_lines' : 'setup.posters.lines')}</li>
        <li>{t('setup.posters.again', { day: t.day(today) })}</li>
      </ul>
      {order.map((lang) => (
        <section key={lang} class="papers stack-5" lang={lang} dir={translate(lang).dir}>
          <h2 class="h3 paper-about" lang={t.lang} dir={t.dir}>
            {t.language(lang)}
          </h2>
          <Poster {...props} t={translate(lang)} />
          <Cards {...props} t={translate(lang)} />
        </section>
      ))}
    </SetUpPage>
  );
}

type SheetProps = PostersProps & { t: T };

function Poster({ asked, t, organisation, address, wordsIn, lines, today }: SheetProps) {
  const shown = onPaper(lines, today).slice(0, linesOnPoster);
  return (
    <article class="paper poster" aria-label={t('setup.paper.poster')}>
      {asked.demonstration && <p class="paper-mark">{t('web.demonstration')}</p>}
      <p class="poster-from">
        <Said t={t} said={organisation} />
      </p>
      <p class="poster-say">{t('setup.paper.say')}</p>
      <p class="poster-who">{t('setup.paper.who')}</p>
      <div class="poster-way">
        <Code text={address} />
        <p class="poster-address" dir="ltr">
          {bare(address)}
        </p>
      </div>
      <div class="poster-words">
        <p>{t('setup.paper.compare', { page: t('report.readers.heading') })}</p>
        <p class="paper-root num" dir="ltr" lang={t.lang === 'en' ? 'en' : undefined}>
          {wordsIn(t.lang)}
        </p>
        <p>{t('setup.paper.differ')}</p>
      </div>
      {shown.length > 0 && (
        <div class="poster-lines">
          <p>
            <b>{t('setup.paper.talk')}</b>
          </p>
          <ul>
            {shown.map((line) => (
              <li key={line.id}>
                <Dialled line={line} t={t} />
                <p>
                  <Said t={t} said={line.name} />
                  {' · '}
                  <Said t={t} said={line.hours} />
                </p>
                <p>
                  <Said t={t} said={line.answeredBy} />
                  {' · '}
                  {t.list(line.languages.map((code) => t.language(code)))}
                </p>
                {line.notSafeFor && (
                  <p>
                    {t('lines.not_safe_for')}: <Said t={t} said={line.notSafeFor} />
                  </p>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      <p class="poster-end">{t('setup.paper.not_emergency')}</p>
    </article>
  );
}

function Cards({ asked, t, address, wordsIn, lines, today }: SheetProps) {
  const shown = onCard(lines, today).slice(0, linesOnCard);
  return (
    <article class="paper cards" aria-label={t('setup.paper.cards')}>
      {Array.from({ length: cardsOnSheet }, (_, n) => (
        <div key={n} class="pocket" aria-hidden={n > 0 ? 'true' : undefined}>
          <div class="pocket-way">
            <Code text={address} />
            <div>
              <p class="pocket-address" dir="ltr">
                {bare(address)}
              </p>
              <p>{t('setup.paper.card')}</p>
            </div>
          </div>
          <p class="paper-root num" dir="ltr" lang={t.lang === 'en' ? 'en' : undefined}>
            {wordsIn(t.lang)}
          </p>
          {shown.map((line) => (
            <div key={line.id} class="pocket-line">
              <Dialled line={line} t={t} /> <Said t={t} said={line.hours} />
            </div>
          ))}
          {asked.demonstration && <p class="paper-mark">{t('web.demonstration')}</p>}
        </div>
      ))}
    </article>
  );
}

function Dialled({ line, t }: { line: Line; t: T }) {
  return (
    <span class="paper-number">
      <bdi class="num" dir="ltr">
        {line.number}
      </bdi>
      {line.example && <small> {t('lines.example')}</small>}
    </span>
  );
}

/** As it is typed: 'tell.example.org' */
const bare = (address: string): string => address.replace(/^https:\/\//, '').replace(/\/$/, '');

/** The address as a picture (ISO/IEC 18004), with the quiet edge it needs. It is written beside it. */
function Code({ text }: { text: string }) {
  const { data, size } = encode(text, { border: 4, ecc: 'M' });
  const dark = data.flatMap((row, y) => row.map((on, x) => (on ? `M${x} ${y}h1v1h-1z` : '')));
  return (
    <svg class="paper-code" viewBox={`0 0 ${size} ${size}`} shape-rendering="crispEdges" aria-hidden="true">
      <path d={dark.join('')} />
    </svg>
  );
}
