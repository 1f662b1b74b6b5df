/** Pages that ask nothing: is it safe now, what holds under 18, the five days, someone known; each before what it is about. */
import { Button, ButtonRow, Details, type Frame, Icon } from '../../web/index.ts';
import { LineList, SeventyTwoHours, UnderEighteen } from '../lines/index.ts';
import { Listen } from '../recordings/index.ts';
import type { Situation } from '../situation.ts';

interface Props {
  asked: Pick<Frame, 't' | 'link'>;
  now: Situation;
}

export function Safe({ asked: { t }, now: { recording } }: Props) {
  return (
    <div class="stack">
      <h1>{t('report.q.safe')}</h1>
      <Listen from={{ t, recording }} name="safe" />
      <p class="hint">{t('report.hint.safe')}</p>
    </div>
  );
}

/** Beside Continue: help and leaving, once more and large. */
export function SafeWays({ asked: { t, link } }: Pick<Props, 'asked'>) {
  return (
    <ButtonRow>
      <Button kind="second" href={link('/help')} icon="life-buoy">
        {t('report.safe.help')}
      </Button>
      <Button kind="second" href="/leave">
        {t('report.safe.leave')}
      </Button>
    </ButtonRow>
  );
}

/** Without script nothing about her age is sent before the last page; what holds under 18 is said here, to everybody. */
export function AgeNote({ asked: { t }, now }: Props) {
  return (
    <div class="stack-5">
      <div class="stack">
        <h1>{t('report.age_note.heading')}</h1>
        <p>{t('report.age_note.text')}</p>
      </div>
      <Details summary={t('report.age_note.read')}>
        <UnderEighteen country={now.country} lines={now.lines} today={now.today} t={t} />
        {!now.minors && <p class="note mind">{t('report.minor.nobody')}</p>}
      </Details>
    </div>
  );
}

export function UnderEighteenCard({ asked: { t }, now }: Props) {
  return (
    <div class="column stack-5">
      <h1>{t('lines.under_18')}</h1>
      <Listen from={{ t, recording: now.recording }} name="under_18" />
      <UnderEighteen country={now.country} lines={now.lines} today={now.today} t={t} />
    </div>
  );
}

/** Under 18 and nobody here may read it: lines, and not a word is sent. `brief`: the lines stood on the page before. */
export function MinorStop({ asked: { t, link }, now, brief }: Props & { brief?: boolean }) {
  return (
    <div class="column stack-5">
      <h1>{t('report.minor.stop_heading')}</h1>
      <p class="lede">{t('report.minor.nobody')}</p>
      {brief ? (
        <p>
          <a class="lone" href={link('/help')}>
            {t('report.safe.help')}
          </a>
        </p>
      ) : (
        <UnderEighteen country={now.country} lines={now.lines} today={now.today} t={t} />
      )}
    </div>
  );
}

export function FiveDays({ asked: { t }, now }: Props) {
  return (
    <div class="column stack-5">
      <h1>{t('lines.five_days')}</h1>
      <Listen from={{ t, recording: now.recording }} name="five_days" />
      <SeventyTwoHours country={now.country} t={t} />
    </div>
  );
}

const forHome: readonly string[] = ['support', 'legal', 'child', 'medical', 'online'];

export function Known({ asked: { t }, now }: Props) {
  return (
    <div class="column stack-5">
      <h1>{t('report.known.heading')}</h1>
      <Listen from={{ t, recording: now.recording }} name="known" />
      <p class="with-i">
        <Icon name="house" />
        <span>{t('report.known.text')}</span>
      </p>
      <LineList lines={now.lines.filter(({ kind }) => forHome.includes(kind))} today={now.today} t={t} />
    </div>
  );
}
