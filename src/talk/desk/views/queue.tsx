/** One post at a time: the conversation, and what should happen with it. */
import type { T } from '../../../platform/i18n/index.ts';
import { Button, Empty, ErrorSummary, Icon, Note } from '../../../web/index.ts';
import { keepDays, keepUndecidedDays } from '../model.ts';
import type { Around } from '../queue.ts';
import type { StoredPost } from '../store.ts';
import { Choice, type Typed } from './choice.tsx';
import { Conversation } from './conversation.tsx';
import { type DeskAsked, DeskPage, nameOf } from './frame.tsx';

interface QueueProps {
  asked: DeskAsked;
  around: Around;
  /** Ids in order, and where this one stands; -1 where it waits no longer. */
  order: readonly string[];
  typed?: Typed;
  problem?: string;
  /** Left as it was a moment ago: it can be undone. */
  left?: StoredPost | null;
  undone?: boolean;
}

export function QueuePage({ asked, around, order, typed, problem, left, undone }: QueueProps) {
  const { t, link } = asked;
  const { post, thread } = around;
  const at = order.indexOf(post.id);
  const at_ = (n: number) => (order[n] === undefined ? null : link(`/desk/talk/posts/${order[n]}`));
  const [previous, next] = [at_(at - 1), at_(at + 1)];
  return (
    <DeskPage asked={asked} at="queue" title={t('moderate.title')} mistaken={problem !== undefined}>
      <div class="beside desk">
        <div class="stack-5">
          <ErrorSummary t={t} mistakes={problem === undefined ? [] : [{ field: 'leave', text: problem }]} />
          {left && <Left asked={asked} post={left} />}
          {undone && (
            <div role="status">
              <Note kind="good">
                <p>{t('moderate.done.undone')}</p>
              </Note>
            </div>
          )}
          <div class="between">
            <div>
              <p class="over">{nameOf(thread, asked)}</p>
              <h1>{t('moderate.waiting', { n: order.length })}</h1>
            </div>
            <nav class="acts" aria-label={t('moderate.nav.queue')}>
              {previous && (
                <a class="lone" href={previous} rel="prev" data-keys="k ArrowUp">
                  <Icon name="chevron-left" flip />
                  {t('moderate.previous')}
                </a>
              )}
              <span class="quiet small">{t('moderate.place', { n: at + 1, all: order.length })}</span>
              {next && (
                <a class="lone" href={next} rel="next" data-keys="j ArrowDown">
                  {t('moderate.next')}
                  <Icon name="chevron-right" flip />
                </a>
              )}
            </nav>
          </div>
          <section aria-labelledby="thread">
            <h2 class="vh" id="thread">
              {t('moderate.thread')}
            </h2>
            <Conversation around={around} t={t} />
          </section>
          <Choice asked={asked} post={post} typed={typed} problem={problem} />
        </div>
        <Aside t={t} />
      </div>
    </DeskPage>
  );
}

function Left({ asked: { t, link }, post }: { asked: DeskAsked; post: StoredPost }) {
  return (
    <div role="status">
      <Note kind="good">
        <form class="between" method="post" action={link(`/desk/talk/posts/${post.id}/undo`)}>
          <p>{t('moderate.done.left')}</p>
          <input type="hidden" name="version" value={post.version} />
          <Button kind="second" data-keys="u">
            {t('moderate.done.undo')}
          </Button>
        </form>
      </Note>
    </div>
  );
}

function Aside({ t }: { t: T }) {
  const keys = [
    ['1 – 4', 'decide'],
    ['Enter', 'enter'],
    ['j  k', 'move'],
    ['u', 'undo'],
  ] as const;
  return (
    <div class="stack-5 aside">
      <section class="stack-2" aria-labelledby="about">
        <h2 id="about">{t('moderate.about')}</h2>
        <p>{t('moderate.about.order')}</p>
        <p>{t('moderate.about.accounts')}</p>
        <p>{t('moderate.about.kept', { decided: keepDays, undecided: keepUndecidedDays })}</p>
      </section>
      <section class="stack-2" aria-labelledby="keys" data-with-keys hidden>
        <h2 id="keys">{t('moderate.keys')}</h2>
        <dl class="talk-keys">
          {keys.map(([key, what]) => (
            <div key={key}>
              <dt>
                <kbd dir="ltr">{key}</kbd>
              </dt>
              <dd>{t(`moderate.keys.${what}`)}</dd>
            </div>
          ))}
        </dl>
        <button class="plain-btn" type="button" aria-pressed="true" data-toggle-keys>
          {t('moderate.keys.on')}
        </button>
      </section>
    </div>
  );
}

export function NothingWaits({ asked, left, undone }: Pick<QueueProps, 'asked' | 'left' | 'undone'>) {
  const { t, link } = asked;
  return (
    <DeskPage asked={asked} at="queue" title={t('moderate.title')}>
      <div class="column stack-5">
        <h1>{t('moderate.title')}</h1>
        {left && <Left asked={asked} post={left} />}
        {undone && <p role="status">{t('moderate.done.undone')}</p>}
        <Empty title={t('moderate.empty')} place="square">
          <p>{t('moderate.empty.help')}</p>
          <Button href={link('/desk/talk/import')} kind="second">
            {t('moderate.empty.import')}
          </Button>
        </Empty>
      </div>
    </DeskPage>
  );
}
