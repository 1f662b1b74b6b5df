/** `upstander readers rehearse`: whether two papers bring the root back, before anybody needs it. Nothing is signed. */
import { rehearsed } from '../casework/index.ts';
import { type CodeList, fingerprint, showCode } from '../platform/keys/index.ts';
import { typedShares } from './ceremony.ts';
import type { Answer } from './command.ts';
import type { Place } from './place.ts';
import type { Talk } from './terminal.ts';

/** Written down for the list before opening. Refusal 'share_wrong' {why} where they do not. */
export async function rehearse(place: Place, talk: Talk, list: CodeList): Promise<Answer> {
  const root = await typedShares(talk, list, { root: place.installation.root });
  talk.wipe();
  root.secret.fill(0);
  await rehearsed(place);
  const words = showCode(fingerprint(place.installation.root, list));
  return {
    data: { rehearsed: true, fingerprint: words },
    text: `These two papers bring the root back. Its words, as on your poster: ${words}`,
  };
}
