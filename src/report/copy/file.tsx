/**
 * A copy to read from a file: the numbers, the questions and the cards, in every language there is. One document that
 * needs nothing besides itself: no script, no address, and a policy that forbids it to ask for any.
 */
import type { Day } from '../../platform/clock.ts';
import { langs, type Said, type T, translate } from '../../platform/i18n/index.ts';
import { type Line, LineList, OtherWays } from '../lines/index.ts';
import { type QuestionId, questions } from '../questions.ts';
import { scenes, ways } from '../seen/model.ts';
import { say } from '../views/asking.ts';

const policy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'";
const style = `
:root { color-scheme: light dark; font: 1.05rem/1.55 system-ui, sans-serif }
body { max-inline-size: 42rem; margin: 0 auto; padding: 1rem }
h1, h2, h3, h4 { line-height: 1.25; margin-block: 1.6em .4em }
section { border-block-start: 3px solid; margin-block-start: 2.5rem }
section section { border-block-start: 1px solid }
ul, ol { padding-inline-start: 1.3rem }
li { margin-block: .4em }
dt { font-weight: bold }
dd { margin: 0 0 .5em }
svg { inline-size: 1em; block-size: 1em }
blockquote { margin: .4em 0; padding-inline-start: .8em; border-inline-start: 3px solid }
.number { font-size: 1.4em; font-weight: bold }
.vh { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%) }
`;

interface CopyProps {
  lines: readonly Line[];
  today: Day;
  organisation: Said;
}

export function CopyFile(props: CopyProps) {
  const all = langs.map((lang) => translate(lang));
  return (
    <html lang={langs[0]}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>Upstander</title>
        <style>{style}</style>
      </head>
      <body>
        <nav>
          <ul>
            {all.map((t) => (
              <li key={t.lang}>
                <a href={`#${t.lang}`} lang={t.lang} dir={t.dir}>
                  {t('home.copy.title')}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <main>
          {all.map((t) => (
            <InLanguage key={t.lang} t={t} {...props} />
          ))}
        </main>
      </body>
    </html>
  );
}

function InLanguage({ t, lines, today, organisation }: CopyProps & { t: T }) {
  return (
    <section id={t.lang} lang={t.lang} dir={t.dir}>
      <h1>{t('home.copy.title')}</h1>
      <p>
        <b>{t('home.copy.sends_nothing')}</b>
      </p>
      <p>
        {t('home.copy.made', { day: t.day(today) })} {t('home.copy.seen')}
      </p>
      <p>{t('web.run_by', { name: t.of(organisation) })}</p>
      <section>
        <h2>{t('home.help.lines')}</h2>
        <LineList lines={lines} today={today} t={t} />
      </section>
      <Ways t={t} />
      <section>
        <h2>{t('home.copy.questions')}</h2>
        <p>{t('home.copy.questions.lede')}</p>
        <ol>
          {questions.map(({ id }) => (
            <Asked key={id} t={t} id={id} organisation={t.of(organisation)} />
          ))}
        </ol>
      </section>
    </section>
  );
}

/** Other ways than the police, and the cards. */
function Ways({ t }: { t: T }) {
  return (
    <>
      <OtherWays t={t} within={t.lang} />
      <section>
        <h2>{t('home.copy.cards')}</h2>
        <p>{t('seen.safety.text')}</p>
        {scenes.map((scene) => (
          <div key={scene}>
            <h3>{t(`seen.${scene}`)}</h3>
            <ol>
              {ways.map((way) => (
                <li key={way}>
                  <b>{t(`seen.d.${way}`)}</b> {t(`seen.${scene}.${way}`)}
                  <blockquote>{t(`seen.${scene}.${way}.say`)}</blockquote>
                </li>
              ))}
            </ol>
          </div>
        ))}
      </section>
    </>
  );
}

/** Where the words of an answer stand. */
const answers: Partial<Record<QuestionId, string>> = {
  who: 'who',
  age: 'age',
  kinds: 'kind',
  soon: 'soon',
  helped: 'helped',
  when: 'part',
  wishes: 'wish',
  reach: 'reach',
};
const about = ['works_there', 'works_with_us', 'identifies'] as const;

function Asked({ t, id, organisation }: { t: T; id: QuestionId; organisation: string }) {
  const words = answers[id];
  const choices = words === undefined ? [] : (questions.find((one) => one.id === id)?.choices ?? []);
  return (
    <li>
      <h3>{say(t, `q.${id}`)}</h3>
      <p>{say(t, `hint.${id}`)}</p>
      <ul>
        {choices.map(({ value }) => (
          <li key={value}>{say(t, `${words}.${value}`)}</li>
        ))}
        {id === 'person' &&
          about.map((one) => <li key={one}>{say(t, `person.${one}`, { organisation })}</li>)}
      </ul>
    </li>
  );
}
