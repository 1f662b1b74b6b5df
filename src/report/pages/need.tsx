/** I need someone now. Nobody can be sent yet, and the page says so first. */
import type { Day } from '../../platform/clock.ts';
import { Button, ButtonRow, type Frame, Icon, type IconName, Note, Page } from '../../web/index.ts';
import { Danger, type Line, LineList } from '../lines/index.ts';

interface NeedProps {
  asked: Frame;
  lines: readonly Line[];
  today: Day;
}

const now: readonly (readonly [key: 'light' | 'call' | 'vehicle' | 'home', icon: IconName])[] = [
  ['light', 'store'],
  ['call', 'phone'],
  ['vehicle', 'bus'],
  ['home', 'footprints'],
];

export function Need({ asked, lines, today }: NeedProps) {
  const { t, link } = asked;
  return (
    <Page asked={asked} title={t('web.name')} slim>
      <div class="column stack-7">
        <div class="stack-5">
          <h1>{t('home.need.title')}</h1>
          <Note kind="mind" title={t('home.need.cannot')}>
            <p>{t('home.need.cannot.text')}</p>
          </Note>
          <Danger lines={lines} t={t} otherWays={`${link('/help')}#other-ways`} />
        </div>
        <section class="stack" aria-labelledby="now">
          <h2 id="now">{t('home.need.now')}</h2>
          <ul class="plain stack">
            {now.map(([key, icon]) => (
              <li key={key}>
                <Icon name={icon} />
                <span>{t(`home.need.${key}`)}</span>
              </li>
            ))}
          </ul>
        </section>
        <section class="stack" aria-labelledby="lines">
          <h2 id="lines">{t('home.help.lines')}</h2>
          {lines.some((line) => line.example) && <p class="quiet">{t('home.help.demonstration')}</p>}
          <LineList lines={lines} today={today} t={t} />
        </section>
        <section class="stack">
          <p>{t('home.need.after')}</p>
          <ButtonRow>
            <Button kind="second" href={link('/report')}>
              {t('home.tell')}
            </Button>
          </ButtonRow>
        </section>
      </div>
    </Page>
  );
}
