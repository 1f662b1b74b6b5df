/** One post in its conversation: what it answers, the post with what was marked, and what was answered to it. */
import type { ComponentChildren } from 'preact';
import type { T } from '../../../platform/i18n/index.ts';
import { toHex } from '../../../platform/keys/index.ts';
import type { Around } from '../queue.ts';
import type { StoredMove, StoredPost } from '../store.ts';

/** Writers of what is shown, A, B, …: that two posts are by one person can be seen, and nobody's name. */
function letters(posts: readonly StoredPost[], t: T): (post: StoredPost) => string {
  const known = new Map<string, number>();
  for (const { id, writer } of posts) {
    const mark = writer === null ? id : toHex(writer);
    if (!known.has(mark)) known.set(mark, known.size + 1);
  }
  return ({ id, writer }) =>
    t('moderate.writer', { letter: t.number(known.get(writer === null ? id : toHex(writer)) ?? 0) });
}

export function Conversation({ around, t }: { around: Around; t: T }) {
  const { post, above, skipped, answers, below, sameWriter } = around;
  const writer = letters([...above, post, ...answers], t);
  const [first, ...rest] = above;
  return (
    <ol class="speak talk-around">
      {first && <Quiet post={first} writer={writer} />}
      {skipped > 0 && (
        <li>
          <p class="small quiet">{t('moderate.skipped', { n: skipped })}</p>
        </li>
      )}
      {rest.map((one) => (
        <Quiet key={one.id} post={one} writer={writer} />
      ))}
      <li class="this" aria-current="true">
        <p class="who">
          <b>{writer(post)}</b>
          <span>{t('moderate.nth', { n: around.place, all: around.all })}</span>
          <span class="vh">{t('moderate.this_one')}</span>
        </p>
        <Marked text={post.text} lang={post.lang} moves={post.moves} />
        <ul class="talk-why stack-2" aria-label={t('moderate.why')}>
          {post.moves.map(({ move, probability }) => (
            <li key={move}>
              <b>{t(`talk.move.${move}.name`)}.</b> {t(`talk.move.${move}.why`)}{' '}
              <span class="quiet">
                {t('moderate.sure', { n: Math.min(99, Math.round(probability * 100)) })}
              </span>
            </li>
          ))}
        </ul>
        <p class="small quiet">
          {below === 0 ? t('moderate.no_answers') : t('moderate.below', { n: below })}
          {sameWriter > 0 && ` ${t('moderate.same_writer', { n: sameWriter })}`}
        </p>
      </li>
      {answers.map((one) => (
        <Quiet key={one.id} post={one} writer={writer} />
      ))}
    </ol>
  );
}

function Quiet({ post, writer }: { post: StoredPost; writer: (post: StoredPost) => string }) {
  return (
    <li>
      <p class="who">
        <b>{writer(post)}</b>
      </p>
      <Words text={post.text} lang={post.lang} />
    </li>
  );
}

function Words({ text, lang, children }: { text?: string; lang: string; children?: ComponentChildren }) {
  return (
    <p class="talk-words" dir="auto" lang={lang}>
      {children ?? text}
    </p>
  );
}

/** Offsets are of the text as it is stored; where two overlap the later begins after the earlier. */
export function Marked({ text, lang, moves }: { text: string; lang: string; moves: readonly StoredMove[] }) {
  const parts: ComponentChildren[] = [];
  let at = 0;
  for (const { move, span } of [...moves].sort((one, other) => one.span[0] - other.span[0])) {
    const [from, to] = [Math.max(at, span[0]), Math.min(text.length, span[1])];
    if (to <= from) continue;
    parts.push(text.slice(at, from), <mark key={move}>{text.slice(from, to)}</mark>);
    at = to;
  }
  parts.push(text.slice(at));
  return <Words lang={lang}>{parts}</Words>;
}
