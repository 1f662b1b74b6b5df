/** What should happen with a post, why, and the reply: a form that needs no script. */
import type { T } from '../../../platform/i18n/index.ts';
import { Button, Field, Icon } from '../../../web/index.ts';
import { replies, type Voice, voices } from '../../replies.ts';
import { type Kind, kinds, longestNote, longestReply, reasons } from '../model.ts';
import type { StoredPost } from '../store.ts';
import type { DeskAsked } from './frame.tsx';

export interface Typed {
  kind?: Kind | undefined;
  reason?: string | undefined;
  note: string;
  reply: string;
}

interface FormProps {
  asked: DeskAsked;
  post: StoredPost;
  typed: Typed | undefined;
  problem: string | undefined;
}

export function Choice({ asked: { t, link }, post, typed, problem }: FormProps) {
  const chosen = typed?.kind;
  return (
    <form class="stack-5" method="post" action={link(`/desk/talk/posts/${post.id}`)}>
      <input type="hidden" name="version" value={post.version} />
      <div class={problem === undefined ? undefined : 'wrong'}>
        <fieldset class="question">
          <legend class="h3">{t('moderate.decide')}</legend>
          <div class="opts">
            {kinds.map((kind, n) => (
              <div class="opt more" key={kind}>
                <input
                  type="radio"
                  name="kind"
                  id={kind}
                  value={kind}
                  checked={chosen === kind}
                  data-keys={n + 1}
                />
                <label for={kind}>
                  <span>
                    {t(`moderate.kind.${kind}`)}
                    <small>{t(`moderate.kind.${kind}.hint`)}</small>
                  </span>
                  <kbd data-with-keys hidden>
                    {n + 1}
                  </kbd>
                </label>
                <div class="reveal stack">
                  <Reasons kind={kind} post={post} typed={typed} t={t} />
                  {kind === 'answer' && <Reply post={post} typed={typed} t={t} />}
                </div>
              </div>
            ))}
          </div>
        </fieldset>
      </div>
      <Field
        name="note"
        label={t('moderate.note')}
        hint={t('moderate.note.hint')}
        t={t}
        optional
        maxLength={longestNote}
        value={typed?.note ?? ''}
      />
      <div class="stack-2">
        <div>
          <Button icon="check">{t('moderate.do')}</Button>
        </div>
        <p class="small quiet">{t('moderate.nothing_posted')}</p>
      </div>
    </form>
  );
}

interface PartProps {
  post: StoredPost;
  typed: Typed | undefined;
  t: T;
}

const strongest = ({ moves }: StoredPost) =>
  [...moves].sort((one, other) => other.probability - one.probability)[0]?.move ?? 'not_all';

/** What is likely is chosen already, so that two keys decide; it can be changed. */
function Reasons({ kind, post, typed, t }: PartProps & { kind: Kind }) {
  const usual = {
    leave: 'nothing',
    answer: strongest(post),
    collapse: strongest(post),
    refer: 'unsure',
  } as const;
  const chosen = typed?.kind === kind && typed.reason ? typed.reason : usual[kind];
  return (
    <fieldset class="talk-reasons">
      <legend class="label">{t('moderate.reason')}</legend>
      <div class="opts">
        {reasons[kind].map((reason) => (
          <div class="opt" key={reason}>
            <input
              type="radio"
              name={`reason-${kind}`}
              id={`${kind}-${reason}`}
              value={reason}
              checked={reason === chosen}
            />
            <label for={`${kind}-${reason}`}>
              <span>{reasonText(reason, t)}</span>
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}

type AnyReason = (typeof reasons)[Kind][number];

export function reasonText(reason: AnyReason, t: T): string {
  switch (reason) {
    case 'nothing':
    case 'own_account':
    case 'quotes':
    case 'earnest':
    case 'danger':
    case 'threat':
    case 'private':
    case 'unsure':
      return t(`moderate.reason.${reason}`);
    default:
      return t(`talk.move.${reason}.name`);
  }
}

function Reply({ post, typed, t }: PartProps) {
  const move = strongest(post);
  const usual: Voice = post.lang === 'ar' ? 'egyptian' : 'english';
  return (
    <div class="stack">
      <Field
        name="reply"
        label={t('moderate.reply')}
        hint={t('moderate.reply.hint')}
        t={t}
        rows={4}
        maxLength={longestReply}
        value={typed?.reply || replies[move][usual]}
      />
      <details class="opens">
        <summary>
          <Icon name="chevron-right" turns />
          {t('moderate.reply.others')}
        </summary>
        <div>
          {voices
            .filter((voice) => voice !== usual)
            .map((voice) => (
              <div key={voice} class="stack-2" data-ready>
                <p class="small quiet">{t(`moderate.voice.${voice}`)}</p>
                <p dir="auto" lang={voice === 'english' ? 'en' : 'ar'} data-words>
                  {replies[move][voice]}
                </p>
                <button class="plain-btn" type="button" data-use="reply" hidden>
                  {t('moderate.reply.use')}
                </button>
              </div>
            ))}
        </div>
      </details>
    </div>
  );
}
