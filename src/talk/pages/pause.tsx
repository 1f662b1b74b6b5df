/** The pause before posting: to try, and to take into one's own form. */
import { Button, Done, Field, Fill, type Frame } from '../../web/index.ts';
import { TalkPage } from './frame.tsx';

/** Kilobytes as a browser gets them, at most; the budget test holds its scripts to them. */
export const weights = { small: 8, large: 360 } as const;

interface PauseProps {
  asked: Frame;
  publicUrl: string;
}

export function PausePage({ asked, publicUrl }: PauseProps) {
  const { t, link } = asked;
  return (
    <TalkPage asked={asked} title={t('talking.pause')} text={t('talking.text')} islands={['reconsider']}>
      <div class="head">
        <h1>{t('talking.pause')}</h1>
        <p class="lede">{t('talking.try.lede')}</p>
      </div>
      <div class="beside even">
        <section class="stack" aria-labelledby="try">
          <h2 id="try">{t('talking.try')}</h2>
          <ol class="speak">
            <li>
              <p class="who">
                <b>{t('talking.try.post')}</b>
              </p>
              <p>{t('talking.try.post.text')}</p>
            </li>
          </ol>
          <form method="post" action={link('/talk/pause')}>
            <upstander-reconsider thread="try" counts="off">
              <div class="stack">
                <Field
                  name="comment"
                  label={t('talking.try.comment')}
                  hint={t('talking.try.example')}
                  rows={3}
                  maxLength={2000}
                  t={t}
                />
                <p class="acts">
                  <Button>{t('talking.try.send')}</Button>
                </p>
              </div>
            </upstander-reconsider>
          </form>
          <p class="small quiet">{t('talking.try.here')}</p>
          <noscript>
            <p class="small quiet">{t('talking.try.no_script')}</p>
          </noscript>
        </section>
        <Use asked={asked} publicUrl={publicUrl} />
      </div>
    </TalkPage>
  );
}

const form = `<form …>
  <upstander-reconsider thread="42">
    <textarea name="comment"></textarea>
    <button>Send</button>
  </upstander-reconsider>
</form>`;

const settings = [
  ['sites', 'TALK_SITES'],
  ['thread', 'thread'],
  ['counts', 'counts="off"'],
] as const;

function Use({ asked, publicUrl }: PauseProps) {
  const { t } = asked;
  return (
    <section class="stack" aria-labelledby="use">
      <h2 id="use">{t('talking.use')}</h2>
      <p>{t('talking.use.lede')}</p>
      <Code>{`<script type="module" src="${publicUrl}/reconsider.js"></script>`}</Code>
      <Code>{form}</Code>
      <p>{t('talking.use.csp')}</p>
      <Code>{`script-src ${publicUrl}; connect-src ${publicUrl}`}</Code>
      <ul class="points">
        {settings.map(([name, code]) => (
          <li key={name}>
            <Fill
              text={t(`talking.use.${name}`)}
              parts={{
                code: (
                  <bdi dir="ltr">
                    <code>{code}</code>
                  </bdi>
                ),
              }}
            />
          </li>
        ))}
        <li>{t('talking.use.weight', { small: t.number(weights.small), large: t.number(weights.large) })}</li>
        <li>{t('talking.use.words')}</li>
        <li>{t('talking.use.asks')}</li>
      </ul>
    </section>
  );
}

function Code({ children }: { children: string }) {
  return (
    <pre class="code" dir="ltr">
      <code>{children}</code>
    </pre>
  );
}

/** Where the form of the page to try leads. */
export function Tried({ asked }: Pick<PauseProps, 'asked'>) {
  const { t, link } = asked;
  return (
    <TalkPage asked={asked} title={t('talking.pause')} text={t('talking.text')}>
      <div class="column stack">
        <h1>{t('talking.tried')}</h1>
        <Done>{t('talking.tried.text')}</Done>
        <p class="acts">
          <Button kind="second" href={link('/talk/pause')}>
            {t('talking.tried.again')}
          </Button>
        </p>
      </div>
    </TalkPage>
  );
}
