/**
 * One person decides about one post. The desk deletes and posts nothing: it says what to do at the source, and tells the
 * webhook that asks. What two decide at the same moment does not get lost: the second is told.
 */
import type { Transaction } from '../../platform/db/index.ts';
import { randomId } from '../../platform/keys/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Moderator, TalkDeskDeps } from './deps.ts';
import { type FeedWhat, hookStore } from './hook/store.ts';
import { isReasonOf, type Kind, longestNote, longestReply, storable } from './model.ts';
import { deskStore } from './store.ts';

export interface Deciding {
  post: string;
  /** Of the post as the page showed it. */
  version: number;
  kind: Kind;
  reason: string;
  note: string;
  /** With 'answer' alone. */
  reply: string;
}

type Needs = Pick<TalkDeskDeps, 'db' | 'clock'>;

/**
 * Refusals: 'not_found' · 'talk_changed' {name} when somebody decided or undid meanwhile · 'talk_reason' for one that is not
 * this decision's · 'talk_reply' {most} for an answer without words, or with too many.
 */
export function decide({ db, clock }: Needs, by: Moderator, deciding: Deciding): Promise<void> {
  const { kind, reason } = deciding;
  if (!isReasonOf(kind, reason)) throw new Refusal('talk_reason');
  const reply = kind === 'answer' ? deciding.reply.trim() : '';
  if (kind === 'answer' && (reply === '' || reply.length > longestReply))
    throw new Refusal('talk_reply', { most: longestReply });
  return db.transaction().execute(async (tx) => {
    const store = deskStore(tx);
    const post = await store.lock(deciding.post);
    if (post === undefined || post.state === 'seen') throw new Refusal('not_found');
    if (post.state === 'decided' || post.version !== deciding.version) await changed(tx, post.id);
    const now = clock.now();
    const id = randomId();
    await store.decide({
      id,
      post: post.id,
      kind,
      reason,
      note: storable(deciding.note.trim().slice(0, longestNote)),
      reply: storable(reply),
      by: by.id,
      by_name: by.name,
      made: now,
      minutes: Math.max(0, Math.round((now.getTime() - post.arrived.getTime()) / 60_000)),
      appeal: null,
      appealed: null,
      outcome: null,
      outcome_by: null,
      outcome_at: null,
    });
    await store.setState(post.id, 'decided', post.version + 1);
    await tell(tx, post, { decision: id, what: kind, reason, reply: storable(reply) });
  });
}

/** Refusals: 'not_found' · 'talk_changed' · 'talk_not_yours' {name} for another's decision, or one that was appealed. */
export function undo({ db }: Needs, by: Moderator, asked: { post: string; version: number }): Promise<void> {
  return db.transaction().execute(async (tx) => {
    const store = deskStore(tx);
    const post = await store.lock(asked.post);
    const decision = post && (await store.decisionOn(post.id));
    if (post === undefined || post.state === 'seen') throw new Refusal('not_found');
    if (decision === undefined || post.version !== asked.version) return changed(tx, post.id);
    if (decision.by !== by.id || decision.appeal !== null)
      throw new Refusal('talk_not_yours', { name: decision.by_name });
    await store.undo(decision.id);
    await store.setState(post.id, 'waiting', post.version + 1);
    await tell(tx, post, { decision: null, what: 'undone', reason: '', reply: '' });
  });
}

async function changed(tx: Transaction<unknown>, post: string): Promise<never> {
  const decision = await deskStore(tx).decisionOn(post);
  if (decision === undefined) throw new Refusal('talk_undone');
  throw new Refusal('talk_changed', { name: decision.by_name });
}

/** For whoever asks by webhook; nobody where the post came otherwise. In the caller's transaction. */
export async function tell(
  tx: Transaction<unknown>,
  post: { id: string; thread: string },
  line: { decision: string | null; what: FeedWhat; reason: string; reply: string },
): Promise<void> {
  const thread = await deskStore(tx).threadById(post.thread);
  const hooks = hookStore(tx);
  if (!thread?.hook || (await hooks.takeTurn(thread.hook)) !== 'generic') return;
  await hooks.tell({ ...line, hook: thread.hook, post: post.id });
}
