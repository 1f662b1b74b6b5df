/** Coding on a terminal: a reply, figures, the next reply. Keyboard only; nothing of a reply stays on the screen. */
import type { T } from '../platform/i18n/index.ts';
import { type Code, codeOf, focuses, moves, type Post, typedOf } from '../talk/index.ts';
import type { Talk } from './terminal.ts';

export interface Reply extends Post {
  /** What it answers. */
  above: string | null;
  /** What two coders said, for whoever decides. */
  said?: readonly (Code | null)[];
}

export interface Coding {
  replies: readonly Reply[];
  /** What was coded before. */
  coded: ReadonlyMap<string, Code | null>;
  /** Kept before the next reply is shown. null: it cannot be judged. */
  keep(id: string, code: Code | null): Promise<void>;
}

/** How many are coded when it ends: all, or as many as there were when somebody typed a full stop. */
export async function codeReplies(talk: Talk, t: T, { replies, coded, keep }: Coding): Promise<number> {
  const done = new Map(replies.flatMap(({ id }) => (coded.has(id) ? [[id, coded.get(id) ?? null]] : [])));
  let at = replies.findIndex(({ id }) => !done.has(id));
  if (at < 0) return done.size;
  talk.say(t('talk.code.how'));
  while (at < replies.length) {
    const reply = replies[at];
    if (reply === undefined) break;
    show(talk, t, { reply, place: `${at + 1} / ${replies.length}`, before: done.get(reply.id) });
    const given = await answer(talk, t);
    if (given === 'stop') break;
    talk.wipe();
    if (given === 'back') {
      at = Math.max(0, at - 1);
      continue;
    }
    await keep(reply.id, given);
    done.set(reply.id, given);
    at++;
  }
  return done.size;
}

function show(
  talk: Talk,
  t: T,
  { reply, place, before }: { reply: Reply; place: string; before: Code | null | undefined },
): void {
  const { above, said, text } = reply;
  talk.say(`\n${place}`);
  if (above !== null) talk.say(`${t('talk.code.above')} ${plain(above).slice(0, 300)}`);
  talk.say(`\n${plain(text)}\n`);
  moves.forEach((move, n) => {
    talk.say(`  ${n + 1}  ${t(`talk.move.${move}.name`)}`);
  });
  talk.say(`  ${focuses.map((focus, n) => `${n + 1} ${t(`talk.focus.${focus}`)}`).join(' · ')}`);
  if (said !== undefined) {
    talk.say(t('talk.code.said', { one: shown(said[0]), other: shown(said[1]) }));
  } else if (before !== undefined) talk.say(t('talk.code.before', { code: shown(before) }));
}

const shown = (code: Code | null | undefined) => (code === null || code === undefined ? '?' : typedOf(code));

async function answer(talk: Talk, t: T): Promise<Code | null | 'back' | 'stop'> {
  for (;;) {
    const typed = await talk.ask(t('talk.code.ask'));
    if (typed === '.') return 'stop';
    if (typed === '<') return 'back';
    if (typed === '?' || typed === '؟') return null;
    const code = codeOf(typed);
    if (typeof code !== 'string') return code;
    talk.say(t(`talk.code.wrong.${code}`, { typed: plain(typed) }));
  }
}

/** A reply cannot move the cursor, colour the screen or turn a line around. */
function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, (char) => (char === '\n' || char === '\u200d' ? char : ' ')).trim();
}
