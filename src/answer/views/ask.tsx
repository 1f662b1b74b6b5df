/**
 * An ask as everybody may see it: the public page, the officer's page and the preview at the desk show it by this and by
 * nothing else. Whoever uses it has the page's first heading; its own begin at the second level.
 */
import type { Day } from '../../platform/clock.ts';
import type { T } from '../../platform/i18n/index.ts';
import { Fill, Said, TimeList } from '../../web/index.ts';
import type { PublicAsk } from '../ask/public.ts';
import { Answers } from './answers.tsx';
import { Name, type Wanted } from './name.tsx';
import { State } from './standing.tsx';
import { momentsOf, monthsOf } from './way.ts';

export interface AskViewProps {
  ask: PublicAsk;
  t: T;
  today: Day;
  wanted?: Wanted;
  file?: (answer: number, file: number) => string;
}

export function AskView({ ask, t, today, wanted = new Set(), file }: AskViewProps) {
  return (
    <div class="stack-7">
      <AskLine ask={ask} t={t} />
      {ask.answers.length > 0 && (
        <Answers answers={ask.answers} name={t.of(ask.body.name)} t={t} file={file} />
      )}
      <Told {...{ ask, t, wanted }} />
      <Wishes ask={ask} t={t} />
      {ask.visits.length > 0 && <Visits ask={ask} t={t} />}
      <section aria-labelledby="way">
        <h2 id="way" class="under">
          {t('public.way')}
        </h2>
        <TimeList moments={momentsOf(ask, t, today)} />
      </section>
    </div>
  );
}

interface Part {
  ask: PublicAsk;
  t: T;
  wanted: Wanted;
}

const aboutOf = ({ about }: PublicAsk): string =>
  'place' in about ? `place ${about.place}` : `area ${about.area}`;

/** How it stands, and the day that matters: one line. */
function AskLine({ ask, t }: Omit<Part, 'wanted'>) {
  const { standing, promised, due, sent } = ask;
  return (
    <p class="meta">
      <State standing={standing} t={t} />
      {standing === 'promised' && promised !== null && (
        <span>{t('public.promised_by', { day: t.day(promised) })}</span>
      )}
      {standing === 'waiting' && due !== null && <span>{t('public.due_by', { day: t.day(due) })}</span>}
      {standing !== 'waiting' && <span>{t('public.asked_on', { day: t.day(sent) })}</span>}
    </p>
  );
}

function Told({ ask, t, wanted }: Part) {
  return (
    <section class="stack" aria-labelledby="told">
      <h2 id="told">{t('public.told')}</h2>
      <p>
        <Fill
          text={t('public.told.when', { months: monthsOf(ask, t) })}
          parts={{ place: <Name name={ask.about.name} t={t} of={aboutOf(ask)} wanted={wanted} /> }}
        />
      </p>
      <ul class="points">
        {ask.kinds.map((kind) => (
          <li key={kind}>{t(`public.kind.${kind}`)}</li>
        ))}
      </ul>
      <p class="quiet">{t('public.not_findings')}</p>
    </section>
  );
}

function Wishes({ ask, t }: { ask: PublicAsk; t: T }) {
  return (
    <section class="stack" aria-labelledby="wishes">
      <h2 id="wishes">{t('public.wishes')}</h2>
      <ul class="points">
        {ask.asked.map((one) => (
          <li key={one.en}>
            <Said t={t} said={one} />
          </li>
        ))}
      </ul>
      {ask.words !== null && (
        <p class="own-lines">
          <Said t={t} said={ask.words} />
        </p>
      )}
    </section>
  );
}

function Visits({ ask, t }: { ask: PublicAsk; t: T }) {
  return (
    <section class="stack" aria-labelledby="visits">
      <h2 id="visits">{t('public.visits')}</h2>
      {ask.visits.map(({ day, checker, found, words }) => (
        <div key={`${day}${checker}`} class="stack-2">
          <p>
            <b>{t(`public.visit.${found}`)}</b>
          </p>
          {t.of(words) !== '' && (
            <p class="own-lines">
              <Said t={t} said={words} />
            </p>
          )}
          <p class="small quiet">{t('public.visit.by', { checker, day: t.day(day) })}</p>
        </div>
      ))}
    </section>
  );
}
