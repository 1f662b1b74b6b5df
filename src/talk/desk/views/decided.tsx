/** After a decision: what to do at the source, the reply and the message to copy, undo, and the next post. */
import type { ComponentChildren } from 'preact';
import { dayIn } from '../../../platform/clock.ts';
import { translate } from '../../../platform/i18n/index.ts';
import { Button, Icon, Note, Reads } from '../../../web/index.ts';
import { isReasonOf } from '../model.ts';
import type { Around } from '../queue.ts';
import type { StoredDecision } from '../store.ts';
import { reasonText } from './choice.tsx';
import { Conversation } from './conversation.tsx';
import { type DeskAsked, DeskPage, nameOf } from './frame.tsx';

interface DecidedProps {
  asked: DeskAsked;
  around: Around;
  decision: StoredDecision;
  /** Where the writer can object; null where nothing was done to the post. */
  appeal: string | null;
  zone: string;
  /** The post that is looked at next. */
  next: string | null;
  mine: boolean;
}

export function DecidedPage({ asked, around, decision, appeal, zone, next, mine }: DecidedProps) {
  const { t, link } = asked;
  const { post, thread } = around;
  const { kind, reason, by_name: name, made, note } = decision;
  const said = isReasonOf(kind, reason) ? reasonText(reason, t) : reason;
  return (
    <DeskPage asked={asked} at="queue" title={t('moderate.title')}>
      <div class="column stack-7">
        <div class="stack">
          <p class="over">{nameOf(thread, asked)}</p>
          <h1>{t(`moderate.done.${kind}`)}</h1>
          <p class="lede">{t('moderate.done.by', { name, day: t.day(dayIn(zone, made)), reason: said })}</p>
          {note !== '' && (
            <p>
              {t('moderate.done.note')}: <span dir="auto">{note}</span>
            </p>
          )}
        </div>
        {decision.outcome === 'lifted' && (
          <Note kind="good">
            <p>{t('moderate.appeal.lift_todo', { key: post.key })}</p>
          </Note>
        )}
        {appeal !== null && decision.outcome !== 'lifted' && (
          <Todo {...{ asked, around, decision, appeal }} />
        )}
        <div class="acts">
          <Button href={next === null ? link('/desk/talk') : link(`/desk/talk/posts/${next}`)} id="next">
            {t('moderate.next')}
          </Button>
          {mine && decision.appeal === null && (
            <form method="post" action={link(`/desk/talk/posts/${post.id}/undo`)}>
              <input type="hidden" name="version" value={post.version} />
              <Button kind="second" data-keys="u">
                {t('moderate.done.undo')}
              </Button>
            </form>
          )}
        </div>
        <section aria-labelledby="thread" class="stack">
          <h2 id="thread">{t('moderate.thread')}</h2>
          <Conversation around={around} t={t} />
        </section>
      </div>
    </DeskPage>
  );
}

function Todo({ asked: { t }, around, decision, appeal }: Omit<DecidedProps, 'zone' | 'next' | 'mine'>) {
  const { post, thread } = around;
  const { kind, reason, reply } = decision;
  const fold =
    thread.source === 'mastodon' || thread.source === 'discourse'
      ? t(`moderate.todo.collapse.${thread.source}`)
      : t('moderate.todo.collapse');
  return (
    <section class="stack-5" aria-labelledby="todo">
      <h2 id="todo">{t('moderate.done.now')}</h2>
      {thread.source === 'generic' && thread.hook !== null && (
        <Reads icon="check">{t('moderate.done.reads')}</Reads>
      )}
      {reason === 'danger' && (
        <Note kind="mind">
          <p>{t('moderate.todo.danger')}</p>
        </Note>
      )}
      <ol class="time talk-todo">
        <li>
          <p>{t('moderate.todo.find', { key: post.key })}</p>
        </li>
        <li>
          <p>{kind === 'collapse' ? fold : t(`moderate.todo.${kind === 'answer' ? 'answer' : 'refer'}`)}</p>
          {kind === 'answer' && (
            <Copied label={t('moderate.reply.words')} copy={t('moderate.copy')}>
              {reply}
            </Copied>
          )}
        </li>
        <li>
          <p>{t('moderate.todo.tell')}</p>
          {kind !== 'leave' && (
            <Copied label={t('moderate.message')} copy={t('moderate.copy')}>
              {translate(post.lang)(`moderate.message.${kind}`, { url: appeal ?? '' })}
            </Copied>
          )}
        </li>
      </ol>
    </section>
  );
}

interface CopiedProps {
  label: string;
  copy: string;
  children: ComponentChildren;
}

/** Words to take along. Without script they are selected by hand. */
export function Copied({ label, copy, children }: CopiedProps) {
  return (
    <div class="talk-copy" data-ready>
      <h3 class="small">{label}</h3>
      <p dir="auto" data-words>
        {children}
      </p>
      <button class="plain-btn" type="button" data-copy hidden>
        <Icon name="copy" />
        <span>{copy}</span>
      </button>
    </div>
  );
}
