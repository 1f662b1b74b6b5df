/** Everything that leaves the house with an ask, on one page, made by what makes the real ones. */
import { AskView, ClockView, type Dues, type PublicAsk, type Terms, Unopened } from '../../answer/index.ts';
import { type Answer, type Asked, page } from '../../platform/http/index.ts';
import { Fill, Note, Page } from '../../web/index.ts';

export interface Leaving {
  isSent: boolean;
  /** Null while it is paused. */
  ask: PublicAsk | null;
  clock: { terms: Terms; dues: Dues };
  /** Null where there is only the printed letter. */
  mail: { to: string; subject: string; plain: string } | null;
}

export function previewPage(asked: Asked, leaving: Leaving): Answer {
  const { t } = asked;
  const { isSent, ask } = leaving;
  const how = ask === null ? 'paused' : isSent ? 'sent' : 'draft';
  return page(
    <Page asked={asked} title={t('casework.ask.preview.title')} desk>
      <div class="stack-7">
        <div class="column stack-2">
          <h1>{t('casework.ask.preview.title')}</h1>
          <Note kind="mind">
            <p>{t(`casework.ask.preview.${how}`)}</p>
          </Note>
        </div>
        {ask !== null && <Parts asked={asked} leaving={leaving} ask={ask} />}
      </div>
    </Page>,
  );
}

function Parts({ asked, leaving, ask }: { asked: Asked; leaving: Leaving; ask: PublicAsk }) {
  const { t } = asked;
  const { clock, mail } = leaving;
  const name = t.of(ask.body.name);
  return (
    <>
      <section class="leaves stack-5" aria-labelledby="leaves-page">
        <h2 id="leaves-page">{t('casework.ask.preview.page')}</h2>
        <p class="quiet">{t('casework.ask.preview.page.why')}</p>
        <div class="leaves-sheet stack-5">
          <h3 class="leaves-h1">{t('public.ask.h1', { name, place: t.of(ask.about.name) })}</h3>
          <AskView ask={ask} t={t} today={ask.sent} />
          <ClockView
            sent={ask.sent}
            reckoned={clock.dues.answer}
            counted={clock.terms.answer.counted}
            t={t}
          />
        </div>
      </section>
      <section class="leaves stack-5" aria-labelledby="leaves-officer">
        <h2 id="leaves-officer">{t('casework.ask.preview.officer')}</h2>
        <p class="quiet">{t('casework.ask.preview.officer.why')}</p>
        <div class="leaves-sheet leaves-narrow">
          <Unopened asked={asked} shown={{ ask }} token="" within />
        </div>
      </section>
      <section class="leaves stack-5" aria-labelledby="leaves-mail">
        <h2 id="leaves-mail">{t('casework.ask.preview.mail')}</h2>
        {mail === null ? (
          <p>{t('casework.ask.preview.letter')}</p>
        ) : (
          <>
            <p class="quiet">
              <Fill
                text={t('casework.ask.preview.mail.to')}
                parts={{ mail: <bdi dir="ltr">{mail.to}</bdi> }}
              />
            </p>
            <div class="leaves-sheet leaves-narrow stack-5">
              <p class="mail-subject" dir="auto">
                <b>{mail.subject}</b>
              </p>
              <div class="mail-plain">
                {mail.plain.split('\n\n').map((paragraph, n) => (
                  <p key={n}>
                    {paragraph.split('\n').map((line) => (
                      <span key={line} class="mail-part" dir="auto">
                        {line.trim()}
                      </span>
                    ))}
                  </p>
                ))}
              </div>
            </div>
          </>
        )}
      </section>
    </>
  );
}
