/** Before anything is asked: how long, who reads, what is public, what Leave cannot do, and whose phone this is. */
import type { ComponentChildren } from 'preact';
import { opensTogether } from '../../platform/keys/index.ts';
import {
  Back,
  BehindIcon,
  Button,
  ButtonRow,
  type Frame,
  Icon,
  type IconName,
  Note,
  Page,
} from '../../web/index.ts';
import type { Missing } from '../deps.ts';
import { Danger, LineList } from '../lines/index.ts';
import { keptDays } from '../on-phone.ts';
import { CapacityLine } from '../pages/capacity.tsx';
import { anyRecording, Listen } from '../recordings/index.ts';
import type { Situation } from '../situation.ts';
import { WithNames } from './parts.tsx';

interface Props {
  asked: Frame;
  now: Situation;
}

/** `scriptOff`: script is there but cannot seal, so the form goes its own way whatever the island finds. */
export function Before({ asked, now, scriptOff }: Props & { scriptOff: boolean }) {
  const { t, link } = asked;
  const organisation = t.of(asked.organisation);
  const isUrgent = now.capacity.state === 'urgent';
  return (
    <Page asked={asked} title={t('report.title.before')} slim takesWords islands={['report-start']}>
      <Back href={link('/')} t={t} />
      <form
        class="beside"
        id="start"
        method="post"
        action={link('/report/step')}
        data-start
        {...(scriptOff ? {} : { 'data-tell': link('/report/tell') })}
      >
        <div class="stack-5">
          <h1>{t('report.before.heading')}</h1>
          <BehindIcon t={t} href={link('/report')} />
          <div data-waits hidden>
            <Note kind="mind" icon="archive">
              <p>{t('report.waiting.banner')}</p>
              <p>
                <a href={link('/report/tell')}>{t('report.waiting.open')}</a>
              </p>
            </Note>
          </div>
          <Listen from={{ t, recording: now.recording }} name="before" />
          {isUrgent && (
            <Note kind="mind">
              <p>
                <CapacityLine capacity={now.capacity} t={t} />
              </p>
              <p>
                <a class="lone" href={link('/help')}>
                  {t('report.capacity.other_doors')}
                </a>
              </p>
            </Note>
          )}
          <ul class="plain stack">
            <Point icon="clock">{t('report.before.time')}</Point>
            <Point icon="lock-keyhole">
              <WithNames
                text={t('report.before.readers', { organisation })}
                asking={{ t, opens: now.readers }}
              />{' '}
              {opensTogether(now.active) && `${t('report.before.two')} `}
              {t('report.before.court')}
            </Point>
            <Point icon="eye">{t('report.before.public')}</Point>
            <Point icon="file-text">{t('report.before.papers')}</Point>
            <Point icon="log-out">{t('report.before.leave')}</Point>
            <li data-script-on hidden>
              <Icon name="archive" />
              <span>{t('report.before.kept', { n: keptDays })}</span>
            </li>
          </ul>
          <div class="opt alone">
            <input type="checkbox" name="shared" id="shared" value="yes" />
            <label for="shared">
              <span>
                {t('report.before.shared')}
                <small>{t('report.before.shared_hint')}</small>
              </span>
            </label>
          </div>
          <div data-script-off>
            <Note kind="mind">
              <p>{t('report.before.without_script')}</p>
            </Note>
          </div>
          <ButtonRow>
            <Button name="go" value="start">
              {t('report.before.understood')}
            </Button>
          </ButtonRow>
        </div>
        <div class="stack aside">
          {!isUrgent && (
            <p class="reads">
              <Icon name="clock" />
              <span>
                <CapacityLine capacity={now.capacity} t={t} />
              </span>
            </p>
          )}
          {!anyRecording(now.recording, t.lang) && <p class="small quiet">{t('report.before.no_audio')}</p>}
          <p>
            <a class="lone" href={link('/report/under-18')}>
              {t('report.before.under_18_link')}
            </a>
          </p>
          <p>
            <a class="lone" href={link('/readers')}>
              {t('report.before.who_link')}
            </a>
          </p>
        </div>
      </form>
    </Page>
  );
}

function Point({ icon, children }: { icon: IconName; children: ComponentChildren }) {
  return (
    <li>
      <Icon name={icon} />
      <span>{children}</span>
    </li>
  );
}

/** Nothing can be told today: what is missing or until when, and the other doors. No form stands here. */
export function NotOpen({ asked, now }: Props) {
  const { t, link } = asked;
  const { intake, capacity, readers } = now;
  const missing: readonly Missing[] = intake.open ? [] : intake.missing;
  return (
    <Page asked={asked} title={t('report.title.closed')} slim>
      <Back href={link('/')} t={t} />
      <div class="column stack-5">
        <h1>{t('report.closed.heading')}</h1>
        {!intake.open && (
          <section class="stack">
            <p class="lede">{t('report.closed.lede')}</p>
            <ul class="plain stack-2">
              {missing.map((one) => (
                <li key={one}>
                  <Icon name="minus" />
                  <span>{t(`report.missing.${one}`)}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
        {intake.open && readers.length === 0 && <p class="lede">{t('report.before.nobody_reads')}</p>}
        {intake.open && readers.length > 0 && capacity.state === 'closed' && (
          <p class="lede">
            {capacity.until === null
              ? t('report.capacity.closed')
              : t('report.capacity.closed_until', { day: t.day(capacity.until) })}
          </p>
        )}
        <section class="stack" aria-labelledby="doors">
          <h2 id="doors">{t('report.capacity.other_doors')}</h2>
          <Danger lines={now.lines} t={t} otherWays={link('/help#other-ways')} />
          <LineList lines={now.lines} today={now.today} t={t} />
        </section>
      </div>
    </Page>
  );
}

/** A report can be told now. */
export const isOpen = ({ intake, readers, capacity }: Situation): boolean =>
  intake.open && readers.length > 0 && capacity.state !== 'closed';
