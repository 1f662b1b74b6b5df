/** Get help now: numbers, other ways than the police, and what leaving this page does and does not do. */
import type { Day } from '../../platform/clock.ts';
import { Door, type Frame, Page } from '../../web/index.ts';
import { copyPath } from '../copy/routes.tsx';
import { Danger, type Line, LineList, OtherWays } from '../lines/index.ts';

interface HelpProps {
  asked: Frame;
  lines: readonly Line[];
  today: Day;
}

export function Help({ asked, lines, today }: HelpProps) {
  const { t, link } = asked;
  return (
    <Page asked={asked} title={t('web.name')} slim>
      <div class="column stack-7">
        <div class="stack">
          <h1>{t('home.help.title')}</h1>
          <Danger lines={lines} t={t} otherWays="#other-ways" />
        </div>
        <section class="stack" aria-labelledby="lines">
          <h2 id="lines">{t('home.help.lines')}</h2>
          {lines.length > 0 && <p>{t('home.help.lines.lede')}</p>}
          <p>{t('home.help.papers')}</p>
          {lines.some((line) => line.example) && <p class="quiet">{t('home.help.demonstration')}</p>}
          <LineList lines={lines} today={today} t={t} />
        </section>
        <OtherWays t={t} />
        <section class="stack" aria-labelledby="leaving">
          <h2 id="leaving">{t('home.help.leave')}</h2>
          <div class="halves">
            <div class="stack-2">
              <h3>{t('home.help.leave.does')}</h3>
              <Points items={[t('home.help.leave.1'), t('home.help.leave.2'), t('home.help.leave.3')]} />
            </div>
            <div class="stack-2">
              <h3>{t('home.help.leave.does_not')}</h3>
              <Points items={[t('home.help.leave.4'), t('home.help.leave.5'), t('home.help.leave.6')]} />
            </div>
          </div>
        </section>
        <section class="stack" aria-labelledby="phone">
          <h2 id="phone">{t('home.help.phone')}</h2>
          <Points
            items={[
              t('home.help.phone.1'),
              t('home.help.phone.2'),
              t('home.help.phone.3'),
              t('home.help.phone.4'),
            ]}
          />
        </section>
        <section class="stack-2" aria-labelledby="copy">
          <h2 id="copy" class="h3">
            {t('home.copy.title')}
          </h2>
          <p>
            <a class="lone" href={copyPath} download>
              {t('home.copy.link')}
            </a>
          </p>
          <p class="small quiet">{t('home.copy.small')}</p>
        </section>
        <section class="stack" aria-labelledby="watching">
          <h2 id="watching" class="h3">
            {t('home.help.seen')}
          </h2>
          <Door href={link('/seen')} icon="eye" title={t('home.seen')} text={t('home.seen.small')} />
        </section>
      </div>
    </Page>
  );
}

function Points({ items }: { items: readonly string[] }) {
  return (
    <ul class="points stack-2">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
