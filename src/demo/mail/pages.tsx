/** What a demonstration would have sent: a list, and each mail as it looks and as plain text. */
import { dayIn } from '../../platform/clock.ts';
import { type Answer, type Asked, page } from '../../platform/http/index.ts';
import type { Read } from '../../platform/mail/index.ts';
import { Back, Button, Details, Empty, Fill, Page } from '../../web/index.ts';
import { Shown } from './shown.tsx';

export interface Box {
  mails: readonly Read[];
  /** The folder they lie in. */
  folder: string;
  zone: string;
  /** The first of the next page; null on the last. */
  older: string | null;
  isFirst: boolean;
}

export function boxPage(asked: Asked, { mails, folder, zone, older, isFirst }: Box): Answer {
  const { t } = asked;
  return page(
    <Page asked={asked} title={t('mail.box.title')} desk>
      <div class="column stack-5">
        <h1>{t('mail.box.title')}</h1>
        <p class="lede">{t('mail.box.lede')}</p>
        {mails.length === 0 ? (
          <Empty title={t('mail.box.empty')}>
            <p>{t('mail.box.empty.help')}</p>
          </Empty>
        ) : (
          <ol class="list" aria-label={t('mail.box.list')}>
            {mails.map((mail) => (
              <li key={mail.name} class="whole">
                <div>
                  <a class="open" href={asked.link(`/demo/mail/${mail.name}`)}>
                    <Subject text={mail.subject} />
                  </a>
                  <p class="meta">
                    <span>
                      {t('mail.box.to')} <bdi dir="ltr">{mail.to}</bdi>
                    </span>
                    <span>{sentOn(asked, mail, zone)}</span>
                  </p>
                </div>
              </li>
            ))}
          </ol>
        )}
        {(older !== null || !isFirst) && (
          <p class="meta">
            {!isFirst && <a href={asked.link('/demo/mail')}>{t('mail.box.newest')}</a>}
            {older !== null && <a href={asked.link(`/demo/mail?from=${older}`)}>{t('mail.box.older')}</a>}
          </p>
        )}
        <p class="small quiet">
          <Fill text={t('mail.box.folder')} parts={{ folder: <bdi dir="ltr">{folder}</bdi> }} />
        </p>
      </div>
    </Page>,
  );
}

export function mailPage(asked: Asked, mail: Read, zone: string): Answer {
  const { t } = asked;
  const rows = [
    [t('mail.box.from'), mail.from],
    [t('mail.box.to'), mail.to],
  ] as const;
  return page(
    <Page asked={asked} title={t('mail.box.title')} desk>
      <div class="column stack-5">
        <Back href={asked.link('/demo/mail')} t={t} text={t('mail.box.title')} />
        <h1 class="mail-subject">
          <Subject text={mail.subject} />
        </h1>
        <dl class="mail-head">
          {rows.map(([term, value]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>
                <bdi dir="ltr">{value}</bdi>
              </dd>
            </div>
          ))}
          <div>
            <dt>{t('mail.box.day')}</dt>
            <dd>{sentOn(asked, mail, zone)}</dd>
          </div>
        </dl>
        <section class="stack-2" aria-labelledby="looks">
          <h2 id="looks" class="vh">
            {t('mail.box.looks')}
          </h2>
          <Shown html={mail.html} />
        </section>
        <Details summary={t('mail.box.plain')}>
          <div class="mail-plain">
            {mail.plain.split('\n\n').map((paragraph, n) => (
              <p key={n} dir="auto">
                <Linked text={paragraph.trim()} />
              </p>
            ))}
          </div>
        </Details>
        <p>
          <Button href={`/demo/mail/${mail.name}/file`} kind="second" icon="download">
            {t('mail.box.file')}
          </Button>
        </p>
      </div>
    </Page>,
  );
}

/** One line in the mail; here each language has its own, because they run against each other. */
function Subject({ text }: { text: string }) {
  return (
    <>
      {text.split(' · ').map((part) => (
        <span key={part} dir="auto" class="mail-part">
          {part}{' '}
        </span>
      ))}
    </>
  );
}

/** As mail programs do with plain text. */
function Linked({ text }: { text: string }) {
  return (
    <>
      {text.split(/(https?:\/\/[^\s\u2068\u2069]+)/).map((part, n) =>
        n % 2 === 1 ? (
          <a key={part} href={part} dir="ltr">
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </>
  );
}

function sentOn({ t }: Asked, { date }: Read, zone: string): string {
  const instant = new Date(date);
  return `${t.day(dayIn(zone, instant))} ${t.time(instant, zone)}`;
}
