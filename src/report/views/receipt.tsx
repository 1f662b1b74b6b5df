/** The receipt: the code to write down first, Copy last; what happens next, by day; and who can be called today. */
import { addDays } from '../../platform/clock.ts';
import { groupsOf } from '../../platform/keys/code.ts';
import { type Code, codeList, halves, isWords, listById, showCode } from '../../platform/keys/index.ts';
import { ButtonRow, Details, Done, type Frame, type Moment, Note, TimeList } from '../../web/index.ts';
import { type Line, LineList } from '../lines/index.ts';
import { promisedDays } from '../model.ts';
import { Listen } from '../recordings/index.ts';
import type { Situation } from '../situation.ts';
import { Qr } from './qr.tsx';

interface ReceiptProps {
  frame: Pick<Frame, 't' | 'link'>;
  now: Situation;
  /** Null in the one document: the island fills in the code its phone made. */
  code: Code | null;
  shared: boolean;
  repeated: boolean;
  /** Who reads it where everybody here is left out: then no day of ours is promised. */
  goes?: string | null;
}

export function Receipt({ frame, now, code, shared, repeated, goes = null }: ReceiptProps) {
  const { t, link } = frame;
  const words = code === null ? isWords(codeList(t.lang)) : code.list !== 'digits';
  return (
    <div class="beside" data-receipt-here data-shared={shared ? 'yes' : 'no'}>
      <div class="column stack-5 card-only">
        <div class="stack">
          <Done>{t('receipt.sent')}</Done>
          <h1 tabIndex={-1}>{words ? t('receipt.keep_words') : t('receipt.keep_digits')}</h1>
          <Listen from={{ t, recording: now.recording }} name="receipt" />
          <p class="lede">{t('receipt.lede')}</p>
        </div>
        <Card words={words} code={code} label={t('receipt.code')} mark={t('receipt.check_digit')} />
        <p data-repeated hidden={!repeated} class="note mind">
          {t('receipt.repeated')}
        </p>
        <section class="stack-2" aria-labelledby="write">
          <h2 class="h3" id="write">
            {t('receipt.write')}
          </h2>
          <p>{t('receipt.write_text')}</p>
          <p class="small quiet">{code === null ? t('receipt.once_script') : t('receipt.once')}</p>
        </section>
        <div class="acts">
          <button type="button" class="btn second" data-print="code" hidden>
            {t('receipt.print')}
          </button>
        </div>
        <Details summary={t('receipt.qr')}>
          <div class="qr-card stack-2">
            <p>{t('receipt.qr_text')}</p>
            <div data-qr>{code && <Qr text={showCode(code)} label={t('receipt.qr')} />}</div>
          </div>
        </Details>
        <Halves t={t} words={words} code={code} />
        <Note kind="mind">
          <p>
            {now.copied === null ? t('receipt.only_here') : t('receipt.elsewhere', { n: now.copied.hours })}
          </p>
        </Note>
        <ButtonRow>
          <a class="btn" data-kept href={shared ? '/leave' : link('/')}>
            {shared ? t('receipt.kept_leave') : t('receipt.kept')}
          </a>
          {!shared && (
            <button type="button" class="btn second" data-copy hidden>
              {t('receipt.copy')}
            </button>
          )}
        </ButtonRow>
        <p data-copied role="status" hidden>
          {t('receipt.copied')}
        </p>
      </div>
      <div class="stack-5 aside">
        <Next frame={frame} now={now} goes={goes} />
        <section class="stack" aria-labelledby="today">
          <h2 class="h3" id="today">
            {t('receipt.lines')}
          </h2>
          <LineList lines={toTalk(now.lines)} today={now.today} t={t} />
          <p>
            <a class="lone" href={link('/help')}>
              {t('receipt.all_lines')}
            </a>
          </p>
        </section>
      </div>
    </div>
  );
}

/** The first two lines where somebody listens; the others are one tap away. */
const toTalk = (lines: readonly Line[]) => lines.filter(({ kind }) => kind === 'support').slice(0, 2);

interface CardProps {
  words: boolean;
  code: Code | null;
  label: string;
  /** What the digit that stands apart is called. */
  mark: string;
  half?: 'a' | 'b';
}

/** A card of its own, also on paper: the code, no name and no word about what it is for. */
function Card({ words, code, label, mark, half }: CardProps) {
  const parts =
    code === null ? [] : code.list === 'digits' ? groupsOf(code.digits, 4).split(' ') : code.words;
  const found = half === undefined ? { 'data-code': true } : { 'data-half': half };
  const check = half === undefined ? { 'data-check-digit': true } : { 'data-half-check': half };
  return (
    <section class="card" aria-label={label}>
      {half !== undefined && <h3>{label}</h3>}
      <ol class={words ? 'words' : 'words digits'} {...found}>
        {parts.map((part, at) => (
          <li key={`${at}${part}`} dir="ltr">
            {part}
          </li>
        ))}
      </ol>
      {!words && (
        <p class="check-digit">
          {mark}{' '}
          <b class="num" {...check}>
            {code?.list === 'digits' ? code.check : ''}
          </b>
        </p>
      )}
    </section>
  );
}

/** Drawn anew each time: any pair belongs together, and neither card alone says anything. */
function Halves({ t, words, code }: { t: Frame['t']; words: boolean; code: Code | null }) {
  const list = code && listById(code.list);
  const [a, b] = code && list ? halves(code, list) : [null, null];
  const mark = t('receipt.check_digit');
  return (
    <Details summary={t('receipt.halves')}>
      <div class="stack halves-cards">
        <p>{t('receipt.halves_text')}</p>
        <Card words={words} code={a} label={t('receipt.card_a')} mark={mark} half="a" />
        <Card words={words} code={b} label={t('receipt.card_b')} mark={mark} half="b" />
        <button type="button" class="btn second" data-print="halves" hidden>
          {t('receipt.print_halves')}
        </button>
      </div>
    </Details>
  );
}

function Next({
  frame: { t, link },
  now,
  goes,
}: Pick<ReceiptProps, 'frame' | 'now'> & { goes: string | null }) {
  const { today } = now;
  const ours = { ...whenRead(now, t), title: <span data-who-reads>{t('receipt.next.read')}</span> };
  return (
    <section class="stack" aria-labelledby="next">
      <h2 class="h3" id="next">
        {t('receipt.next')}
      </h2>
      <TimeList
        small
        moments={[
          { when: t.dayOfYear(today), day: today, title: t('receipt.next.today'), state: 'now' },
          { ...(goes === null ? ours : { when: '', title: goes }), state: 'next' },
          {
            when: t('receipt.next.later'),
            title: t('receipt.next.reply'),
            text: t('receipt.next.asks'),
            state: 'next',
          },
        ]}
      />
      <p>
        <a class="lone" href={link('/back')}>
          {t('receipt.next.come_back')}
        </a>
      </p>
    </section>
  );
}

/** By the measured wait, else by our promise; no day is named while nobody takes anything on. */
function whenRead({ today, capacity }: Situation, t: Frame['t']): Pick<Moment, 'when' | 'day' | 'text'> {
  const { because, back, waitDays } = capacity;
  if (because === 'full') return { when: t('receipt.next.no_day'), text: t('receipt.next.read_full') };
  if (because === 'away') {
    const text = t('receipt.next.read_away');
    if (back === null) return { when: t('receipt.next.back'), text };
    return { when: t('receipt.next.from', { day: t.day(back) }), day: back, text };
  }
  const read = addDays(today, waitDays ?? promisedDays);
  const text = waitDays === null ? t('receipt.next.read_promise') : t('receipt.next.read_measured');
  return { when: t('receipt.next.by', { day: t.weekday(read) }), day: read, text };
}
