/**
 * Whoever wrote a post can say why a decision should be otherwise; a second moderator decides. The link is made from the
 * decision under the folder's secret, so nothing about it is stored, and it ends with the decision.
 */
import { equal, fromBase64url, toBase64url } from '../../platform/keys/index.ts';
import { mac } from '../../platform/keys/node-mac.ts';
import { Refusal } from '../../platform/refusal.ts';
import { tell } from './decide.ts';
import type { Moderator, TalkDeskDeps } from './deps.ts';
import { longestAppeal, longestReply, storable } from './model.ts';
import { deskStore } from './store.ts';

type Secret = Pick<TalkDeskDeps, 'installation'>;

const proof = ({ installation }: Secret, decision: string) =>
  mac(installation.formSecret, `talk appeal 1\n${decision}`).slice(0, 16);

/** 44 letters: the decision's id and its proof. */
export const appealToken = (needs: Secret, decision: string): string =>
  `${decision}${toBase64url(proof(needs, decision))}`;

export const appealUrl = (needs: Secret & Pick<TalkDeskDeps, 'publicUrl'>, decision: string): string =>
  `${needs.publicUrl()}/talk/appeal/${appealToken(needs, decision)}`;

/** The decision a link is about; Refusal 'talk_link_over' for a wrong one, and for one that was undone or is deleted. */
export async function ofToken(needs: Pick<TalkDeskDeps, 'db'> & Secret, token: string) {
  const id = token.slice(0, 22);
  if (!isProof(token.slice(22), proof(needs, id))) throw new Refusal('talk_link_over');
  const decision = await deskStore(needs.db).decision(id);
  if (decision === undefined || decision.kind === 'leave') throw new Refusal('talk_link_over');
  return decision;
}

function isProof(letters: string, right: Uint8Array): boolean {
  try {
    return equal(fromBase64url(letters), right);
  } catch {
    return false;
  }
}

/** Refusals: 'talk_link_over' · 'talk_appeal' {most} for none or too many words · 'talk_appealed' the second time. */
export async function object(
  needs: Pick<TalkDeskDeps, 'db' | 'clock'> & Secret,
  token: string,
  words: string,
): Promise<void> {
  const { id } = await ofToken(needs, token);
  const said = storable(words.trim());
  if (said === '' || said.length > longestAppeal) throw new Refusal('talk_appeal', { most: longestAppeal });
  await needs.db.transaction().execute(async (tx) => {
    const store = deskStore(tx);
    const decision = await store.lockDecision(id);
    if (decision === undefined) throw new Refusal('talk_link_over');
    if (decision.appeal !== null) throw new Refusal('talk_appealed');
    await store.appeal(id, said, needs.clock.now());
  });
}

/**
 * By another than the one who decided. Refusals: 'not_found' for none that waits · 'talk_second' · 'talk_reply' {most}
 * for too many words.
 */
export async function answerAppeal(
  { db, clock }: Pick<TalkDeskDeps, 'db' | 'clock'>,
  by: Moderator,
  answer: { decision: string; outcome: 'stands' | 'lifted'; words: string },
): Promise<void> {
  const words = storable(answer.words.trim());
  if (words.length > longestReply) throw new Refusal('talk_reply', { most: longestReply });
  await db.transaction().execute(async (tx) => {
    const store = deskStore(tx);
    const decision = await store.lockDecision(answer.decision);
    if (decision === undefined || decision.appeal === null || decision.outcome !== null)
      throw new Refusal('not_found');
    if (decision.by === by.id) throw new Refusal('talk_second');
    const { outcome } = answer;
    await store.outcome(decision.id, { outcome, words, by: by.id, at: clock.now() });
    if (outcome !== 'lifted') return;
    const post = await store.post(decision.post);
    if (post) await tell(tx, post, { decision: decision.id, what: 'lifted', reason: '', reply: '' });
  });
}
