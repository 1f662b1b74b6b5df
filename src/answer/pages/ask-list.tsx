import type { DataLang, Said as SaidText } from '../../platform/i18n/index.ts';
import { Fill, type Frame, Said } from '../../web/index.ts';
import type { PublicAsk } from '../ask/public.ts';
import { Name, type Wanted } from '../views/name.tsx';
import { State } from '../views/standing.tsx';

interface AskListProps {
  asked: Frame;
  asks: readonly PublicAsk[];
  wanted: Wanted;
  /** With the names of the bodies: on pages that are not about one of them. */
  named?: boolean;
}

/** Asks with their standing; each line leads to its page. */
export function AskList({ asked, asks, wanted, named }: AskListProps) {
  const { t, link } = asked;
  return (
    <ul class="list">
      {asks.map((ask) => (
        <li key={ask.id}>
          <a class="open" href={link(`/asks/${ask.id}`)}>
            <Fill
              text={named ? t('public.pair') : '{value}'}
              parts={{
                name: <Name name={ask.body.name} t={t} of={`body ${ask.body.id}`} wanted={wanted} />,
                value: <Said t={t} said={wishLine(ask)} />,
              }}
            />
          </a>
          <p class="meta">
            <State standing={ask.standing} t={t} />
            <span>
              <Name name={ask.about.name} t={t} of={aboutKey(ask)} wanted={wanted} />
            </span>
            <span>{t('public.asked_on', { day: t.day(ask.sent) })}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}

export const aboutKey = ({ about }: PublicAsk): string =>
  'place' in about ? `place ${about.place}` : `area ${about.area}`;

/** What was asked for, in a line. */
export function wishLine({ asked }: PublicAsk): SaidText {
  const line = (lang: DataLang) =>
    asked.map((one) => one[lang].replace(/[.。]$/, '')).join(lang === 'ar' ? '؛ ' : '; ');
  return { en: line('en'), ar: line('ar') };
}
