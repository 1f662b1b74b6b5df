/**
 * Coming back. The island `src/islands/back.ts` works on the same document:
 *   [data-back] (data-shared 'yes' | 'no') holds [data-panel="code"], [data-panel="mine"] and [data-panel="withdrawn"],
 *   each with data-title. code: form[data-code-form], textarea[data-code-in] in a [data-field] with [data-code-help],
 *   [data-error-for], and [data-progress]. mine and withdrawn: see mine.tsx.
 */
import { Back, BehindIcon, Button, ButtonRow, Details, type Frame, Note, Page } from '../../web/index.ts';
import { Mine } from './mine.tsx';
import { Withdrawn } from './withdraw.tsx';

interface BackProps {
  frame: Frame;
  shared: boolean;
  /** As it was typed, when it could not be opened. */
  typed?: { first: string; second: string };
  problem?: string;
}

export function ComeBack({ frame, shared, typed, problem }: BackProps) {
  const { t, link } = frame;
  return (
    <Page
      asked={frame}
      title={t('receipt.back.title')}
      slim
      islands={['back']}
      texts={[
        'receipt.back.',
        'receipt.beyond.',
        'receipt.mine.event.',
        'receipt.mine.added',
        'receipt.mine.archived',
        'receipt.mine.choices_saved',
        'receipt.mine.twice',
        'receipt.mine.replies_you',
        'receipt.mine.reply_',
        'receipt.mine.withdraw_unreached',
        'report.files.',
        'report.send.files',
      ]}
      mistaken={problem !== undefined}
      takesWords
    >
      <div data-back data-shared={shared ? 'yes' : 'no'}>
        <section class="stack-5 column" data-panel="code" data-title={t('receipt.back.title')}>
          <Back href={link('/')} t={t} />
          <h1>{t('receipt.back.heading')}</h1>
          <BehindIcon t={t} href={link('/back')} />
          <form
            id="code-form"
            class="stack"
            method="post"
            action={link('/back')}
            data-code-form
            autocomplete="off"
          >
            <CodeIn frame={frame} name="code" value={typed?.first ?? ''} problem={problem} />
            <Details summary={t('receipt.back.two_cards')} open={(typed?.second ?? '') !== ''}>
              <CodeIn frame={frame} name="second" value={typed?.second ?? ''} />
            </Details>
            <noscript>
              <Note kind="mind">
                <p>{t('receipt.back.without_script')}</p>
              </Note>
            </noscript>
            <ButtonRow>
              <Button name="do" value="open" icon="key-round">
                {t('receipt.back.open')}
              </Button>
            </ButtonRow>
          </form>
          <p data-progress role="status" />
          <p class="small quiet">{t('receipt.back.lost')}</p>
          {!shared && (
            <p>
              <a class="lone" href={`${link('/back')}?shared=yes`}>
                {t('receipt.back.shared')}
              </a>
            </p>
          )}
        </section>
        <section data-panel="mine" data-title={t('receipt.mine.title')} hidden>
          <Mine frame={frame} mine={null} />
        </section>
        <section data-panel="withdrawn" data-title={t('receipt.mine.title')} hidden>
          <Withdrawn frame={frame} />
        </section>
      </div>
    </Page>
  );
}

interface CodeInProps {
  frame: Frame;
  name: 'code' | 'second';
  value: string;
  problem?: string | undefined;
}

/**
 * One field for a whole code, however it is spaced: typed, spoken by a keyboard or pasted. What is wrong with it is said
 * once, here: a page with one thing to fill in needs no list of its mistakes.
 */
function CodeIn({ frame: { t }, name, value, problem }: CodeInProps) {
  const id = `f-${name}`;
  return (
    <div class={problem === undefined ? 'field' : 'field wrong'} data-field={name}>
      <label for={id}>{name === 'code' ? t('receipt.back.label') : t('receipt.back.second')}</label>
      {name === 'code' && (
        <p class="hint small" id={`${id}-hint`}>
          {t('receipt.back.hint')}
        </p>
      )}
      {name === 'code' && (
        <p class="why" id={`${id}-problem`} data-error-for={name} role="alert" hidden={problem === undefined}>
          {problem}
        </p>
      )}
      <textarea
        class="in"
        id={id}
        name={name}
        rows={3}
        dir="auto"
        data-code-in
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        maxLength={600}
        {...(name === 'code' ? { 'aria-describedby': `${id}-hint ${id}-problem` } : {})}
        aria-invalid={problem === undefined ? undefined : true}
      >
        {value}
      </textarea>
      <p class="small" data-code-help aria-live="polite" />
    </div>
  );
}
