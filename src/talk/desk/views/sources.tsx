/** Which sites send posts here; connecting one, its secret shown once, ending it. */
import { Button, ErrorSummary, Field, Note, Options } from '../../../web/index.ts';
import { longestName } from '../hook/connect.ts';
import { type Hook, type HookKind, hookKinds } from '../hook/store.ts';
import { Copied } from './decided.tsx';
import { type DeskAsked, DeskPage } from './frame.tsx';

export interface Addresses {
  deliver(hook: string): string;
  read(hook: string): string;
}

interface SourcesProps {
  asked: DeskAsked;
  hooks: readonly Hook[];
  addresses: Addresses;
  /** Connected a moment ago; the secret is shown now and not again. */
  made?: { id: string; kind: HookKind; name: string; secret: string | null };
  typed?: { kind: HookKind | undefined; name: string };
  problem?: { field: string; text: string };
}

export function SourcesPage({ asked, hooks, addresses, made, typed, problem }: SourcesProps) {
  const { t } = asked;
  const mistakes = problem === undefined ? [] : [problem];
  return (
    <DeskPage asked={asked} at="sources" title={t('moderate.sources')} mistaken={problem !== undefined}>
      <div class="column stack-7">
        <div class="stack">
          <ErrorSummary t={t} mistakes={mistakes} />
          <h1>{t('moderate.sources')}</h1>
          <p class="lede">{t('moderate.sources.lede')}</p>
        </div>
        {made && <Made asked={asked} made={made} addresses={addresses} />}
        {hooks.length === 0 ? (
          <p class="quiet">{t('moderate.sources.none')}</p>
        ) : (
          <ul class="list">
            {hooks.map((hook) => (
              <li key={hook.id} class="whole">
                <One {...{ asked, hook, addresses }} problem={problem} />
              </li>
            ))}
          </ul>
        )}
        <Connecting asked={asked} typed={typed} problem={problem} />
      </div>
    </DeskPage>
  );
}

function Made({
  asked: { t },
  made,
  addresses,
}: Required<Pick<SourcesProps, 'asked' | 'made' | 'addresses'>>) {
  const copy = t('moderate.copy');
  return (
    <section class="stack" aria-labelledby="made" role="status">
      <h2 id="made">{t('moderate.sources.made', { name: made.name })}</h2>
      {made.secret === null ? (
        <p>{t('moderate.sources.mastodon_next')}</p>
      ) : (
        <>
          <Note kind="mind">
            <p>{t('moderate.sources.once')}</p>
          </Note>
          <Copied label={t('moderate.sources.new_secret')} copy={copy}>
            {made.secret}
          </Copied>
        </>
      )}
      <Copied label={t('moderate.sources.address')} copy={copy}>
        {addresses.deliver(made.id)}
      </Copied>
      {made.kind === 'generic' && (
        <Copied label={t('moderate.sources.read')} copy={copy}>
          {addresses.read(made.id)}
        </Copied>
      )}
      <p class="small quiet">{t('moderate.sources.how')}</p>
    </section>
  );
}

interface OneProps {
  asked: DeskAsked;
  hook: Hook;
  addresses: Addresses;
  problem: SourcesProps['problem'];
}

function One({ asked: { t, link }, hook, addresses, problem }: OneProps) {
  const field = `secret-${hook.id}`;
  return (
    <div class="stack">
      <h2 class="h3" dir="auto">
        {hook.name}
      </h2>
      <p class="meta">
        <span>{t(`moderate.sources.kind.${hook.kind}`)}</span>
        <span>
          {hook.revoked === null
            ? t('moderate.sources.since', { day: t.day(hook.made) })
            : t('moderate.sources.over', { day: t.day(hook.revoked) })}
        </span>
      </p>
      {hook.revoked === null && (
        <>
          <p class="small">
            {t('moderate.sources.address')}:{' '}
            <bdi class="talk-secret" dir="ltr">
              {addresses.deliver(hook.id)}
            </bdi>
          </p>
          {hook.secret === null && (
            <form class="stack" method="post" action={link('/desk/talk/sources/secret')}>
              <p>
                <b>{t('moderate.sources.waits_secret')}.</b> {t('moderate.sources.mastodon_next')}
              </p>
              <input type="hidden" name="id" value={hook.id} />
              <Field
                name="secret"
                id={field}
                label={t('moderate.sources.secret')}
                hint={t('moderate.sources.secret.hint')}
                t={t}
                maxLength={200}
                problem={problem?.field === field ? problem.text : undefined}
              />
              <div>
                <Button kind="second">{t('moderate.sources.keep_secret')}</Button>
              </div>
            </form>
          )}
          <form class="stack-2" method="post" action={link('/desk/talk/sources/end')}>
            <input type="hidden" name="id" value={hook.id} />
            <p class="small quiet">{t('moderate.sources.end.hint', { name: hook.name })}</p>
            <div>
              <Button kind="second">{t('moderate.sources.end')}</Button>
            </div>
          </form>
        </>
      )}
    </div>
  );
}

interface ConnectingProps {
  asked: DeskAsked;
  typed: SourcesProps['typed'];
  problem: SourcesProps['problem'];
}

function Connecting({ asked: { t, link }, typed, problem }: ConnectingProps) {
  const why = (field: string) => (problem?.field === field ? problem.text : undefined);
  return (
    <form class="stack-5" method="post" action={link('/desk/talk/sources')}>
      <h2>{t('moderate.sources.add')}</h2>
      <Options
        name="kind"
        kind="radio"
        heading="plain"
        t={t}
        legend={t('moderate.sources.kind')}
        chosen={typed?.kind ?? 'generic'}
        options={hookKinds.map((kind) => ({
          value: kind,
          label: t(`moderate.sources.kind.${kind}`),
          hint: t(`moderate.sources.kind.${kind}.hint`),
        }))}
      />
      <Field
        name="name"
        label={t('moderate.sources.name')}
        t={t}
        maxLength={longestName}
        value={typed?.name ?? ''}
        problem={why('name')}
      />
      <div>
        <Button>{t('moderate.sources.do')}</Button>
      </div>
    </form>
  );
}
