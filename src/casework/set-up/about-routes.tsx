/** What the organisation says about itself, for everybody; what it has not said is said to be missing. */
import { page, type Route, route } from '../../platform/http/index.ts';
import { type Frame, Icon, Page } from '../../web/index.ts';
import type { CaseworkDeps } from '../deps.ts';
import { type Sayings, type TextName, textOf, texts } from './model.ts';
import { setUpStore } from './store.ts';

/** Where the house itself says more about the same. */
const more: Partial<Record<TextName, '/keep' | '/readers' | '/corrections'>> = {
  privacy: '/keep',
  readers: '/readers',
  corrections: '/corrections',
};

export function aboutRoutes({ db, installation }: Pick<CaseworkDeps, 'db' | 'installation'>): Route[] {
  const open = { method: 'GET', guard: 'everyone', localised: true } as const;
  const last = () => setUpStore(db).last();
  return [
    route({
      ...open,
      url: '/about',
      handle: async (asked) => page(<About asked={asked} said={await last()} name={installation.name} />),
    }),
    ...texts.map((name) =>
      route({
        ...open,
        url: `/about/${name}`,
        handle: async (asked) => page(<Text asked={asked} said={await last()} name={name} />),
      }),
    ),
  ];
}

interface AboutProps {
  asked: Frame;
  said: Sayings;
  name: { en: string; ar: string };
}

function About({ asked, said, name }: AboutProps) {
  const { t, link } = asked;
  return (
    <Page asked={asked} title={t('web.name')} slim>
      <div class="column stack-7">
        <div class="head">
          <h1>{t('setup.about')}</h1>
          <p class="lede">{t('setup.about.lede', { organisation: t.of(name) })}</p>
        </div>
        <ul class="points stack">
          {texts.map((text) => (
            <li key={text}>
              <a href={link(`/about/${text}`)}>{t(`setup.text.${text}`)}</a>
              {textOf(said, text) === null && <span class="quiet"> ({t('setup.text.unsaid')})</span>}
            </li>
          ))}
        </ul>
      </div>
    </Page>
  );
}

function Text({ asked, said, name }: { asked: Frame; said: Sayings; name: TextName }) {
  const { t, link } = asked;
  const text = textOf(said, name);
  const day = said.get(`text.${name}`)?.day ?? '';
  const own = more[name];
  return (
    <Page asked={asked} title={t('web.name')} slim>
      <div class="column stack-5">
        <div class="stack">
          <a class="back" href={link('/about')}>
            <Icon name="chevron-left" flip />
            {t('setup.about')}
          </a>
          <h1>{t(`setup.text.${name}`)}</h1>
        </div>
        {text === null ? (
          <p class="lede">{t(`setup.text.${name}.none`)}</p>
        ) : (
          <div class="stack" lang={t.langOf(text)} dir="auto">
            {paragraphs(t.of(text)).map((one) => (
              <p key={one} class="own" dir="auto">
                {one}
              </p>
            ))}
          </div>
        )}
        {text !== null && <p class="meta">{t('setup.text.since', { day: t.day(day) })}</p>}
        {own !== undefined && (
          <p>
            <a class="lone" href={link(own)}>
              {t(`setup.text.${name as 'privacy'}.more`)}
            </a>
          </p>
        )}
      </div>
    </Page>
  );
}

/** An empty line ends one. */
const paragraphs = (text: string): string[] =>
  text
    .split(/\r?\n\s*\r?\n/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
