/** A letter as it is printed: one A4 sheet a language, to be answered on paper or on its public page. */
import { encode } from 'uqr';
import type { PublicAsk } from '../../answer/index.ts';
import { type Answer, type Asked, page } from '../../platform/http/index.ts';
import { type Lang, type T, translate, type Said as Words, withData } from '../../platform/i18n/index.ts';
import { Back, Note, Page, Said } from '../../web/index.ts';

export interface Letter {
  ask: PublicAsk;
  organisation: Words;
  /** Where answers on paper go; '' where nobody said. */
  address: string;
  /** The language whose sheet comes first. */
  first: Lang;
  publicUrl: string;
}

export function letterPage(asked: Asked, letter: Letter): Answer {
  const { t } = asked;
  const order = withData(letter.first);
  return page(
    <Page asked={asked} title={t('mail.letter.title')} desk>
      <div class="letter-page">
        <div class="letter-about stack">
          <Back href={asked.link('/desk')} t={t} />
          <h1>{t('mail.letter.title')}</h1>
          <p class="lede">{t('mail.letter.print.why')}</p>
          <Note icon="printer">
            <p>{t('mail.letter.print')}</p>
          </Note>
        </div>
        {order.map((lang) => (
          <Sheet key={lang} t={translate(lang)} letter={letter} />
        ))}
      </div>
    </Page>,
  );
}

const answers = ['done', 'will_do', 'cannot', 'not_ours', 'dispute'] as const;

function Sheet({ t, letter }: { t: T; letter: Letter }) {
  const { ask, address, publicUrl } = letter;
  const organisation = t.of(letter.organisation);
  const body = t.of(ask.body.name);
  const url = `${publicUrl}/asks/${ask.id}`;
  const heading = `letter-${t.lang}`;
  return (
    <article class="letter" lang={t.lang} dir={t.dir} aria-labelledby={heading}>
      <header class="letter-ends">
        <div>
          <p class="small quiet">{t('mail.letter.from')}</p>
          <p>
            <b>{organisation}</b>
          </p>
          {address !== '' && <p dir="auto">{address}</p>}
        </div>
        <div>
          <p class="small quiet">{t('mail.letter.to')}</p>
          <p>
            <b>{body}</b>
          </p>
          <p class="letter-rule small quiet">{t('mail.letter.address')}</p>
          <p class="letter-rule" />
        </div>
      </header>
      <h2 id={heading}>{t('mail.letter.heading', { body })}</h2>
      <p class="small quiet">{t('mail.letter.day', { day: t.day(ask.sent) })}</p>
      <p>{told(ask, t)}</p>
      <p>{t('mail.letter.asks', { organisation })}</p>
      <ul class="letter-asked">
        {ask.asked.map((one) => (
          <li key={one.en}>
            <Said t={t} said={one} />
          </li>
        ))}
      </ul>
      {ask.words !== null && (
        <p class="letter-own">
          <Said t={t} said={ask.words} />
        </p>
      )}
      <p>
        <b>{ask.due === null ? t('mail.letter.due.none') : t('mail.letter.due', { due: t.day(ask.due) })}</b>
      </p>
      <h3>{t('mail.letter.how')}</h3>
      <div class="letter-where">
        <div>
          <p>{t('mail.letter.how.page')}</p>
          <p>
            <bdi dir="ltr">{url}</bdi>
          </p>
        </div>
        <Code text={url} label={t('mail.letter.qr')} />
      </div>
      <p>{t(address === '' ? 'mail.letter.how.hand' : 'mail.letter.how.paper')}</p>
      <p class={address === '' ? 'letter-rule' : undefined} dir="auto">
        {address === '' ? organisation : `${organisation}, ${address}`}
      </p>
      <ul class="letter-answers">
        {answers.map((answer) => (
          <li key={answer} class={answer === 'done' ? undefined : 'letter-rule'}>
            <span class="letter-box" aria-hidden="true" />
            {t(`mail.letter.${answer}`)}
          </li>
        ))}
      </ul>
      <div class="letter-ends">
        <p class="letter-rule">{t('mail.letter.office')}</p>
        <p class="letter-rule">{t('mail.letter.signed')}</p>
      </div>
      <p class="small">{t('mail.letter.names')}</p>
      <p class="small quiet">{t('mail.letter.findings')}</p>
    </article>
  );
}

/** Where, when to the month, and what kinds of things: never how often. */
function told(ask: PublicAsk, t: T): string {
  const [from, to] = ask.months;
  const months =
    from === to ? t.month(from) : t('mail.letter.several', { from: t.month(from), to: t.month(to) });
  const kinds = t.list(ask.kinds.map((kind) => t(`public.kind.${kind}`)));
  return t('mail.letter.told', { place: t.of(ask.about.name), months, kinds });
}

/** The address as a picture (ISO/IEC 18004), with the quiet edge it needs. */
function Code({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { border: 4, ecc: 'M' });
  const dark = data.flatMap((row, y) => row.map((on, x) => (on ? `M${x} ${y}h1v1h-1z` : '')));
  return (
    <svg class="letter-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <path class="qr-paper" d={`M0 0h${size}v${size}H0z`} />
      <path d={dark.join('')} />
    </svg>
  );
}
