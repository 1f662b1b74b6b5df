/** Addresses for other machines: posts come in, decisions go out. Both signed; neither knows a cookie. */
import { Type } from 'typebox';
import { json, type Route, route, type Signed } from '../../../platform/http/index.ts';
import { utf8 } from '../../../platform/keys/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { appealUrl } from '../appeal.ts';
import type { TalkDeskDeps } from '../deps.ts';
import { connection } from './connect.ts';
import { receive } from './receive.ts';
import { checkSignature, checkTime, headers, signatureOf, timed } from './sign.ts';
import { hookStore } from './store.ts';

const HookId = Type.String({ pattern: '^[\\w-]{22}$' });
/** A post of 20,000 letters, in any spelling, with room for what a site sends beside it. */
const largest = 256 * 1024;
const mostLines = 200;

export const deliverTo = (publicUrl: string, hook: string) => `${publicUrl}/api/talk/hooks/${hook}`;
export const readFrom = (publicUrl: string, hook: string) =>
  `${publicUrl}/api/talk/decisions?hook=${hook}&after=0`;

/** The guard is 'signed', so it came with the request. */
function signedBy(signed: Signed | null): Signed {
  if (signed === null) throw new Refusal('forbidden');
  return signed;
}

export function hookRoutes(deps: TalkDeskDeps): Route[] {
  return [
    route({
      method: 'POST',
      url: '/api/talk/hooks/:hook',
      guard: { signed: Object.values(headers) },
      localised: false,
      limit: 'page',
      bodyLimit: largest,
      params: Type.Object({ hook: HookId }),
      handle: async ({ params, signed }) => json(await receive(deps, params.hook, signedBy(signed)), 202),
    }),
    route({
      method: 'GET',
      url: '/api/talk/decisions',
      guard: { signed: [headers.time, headers.generic] },
      localised: false,
      query: Type.Object({ hook: HookId, after: Type.Optional(Type.String({ pattern: '^\\d{1,18}$' })) }),
      handle: async ({ query, signed }) => {
        const { hook, secret } = await connection(deps, query.hook);
        const asked = signedBy(signed);
        const [time = '', given = ''] = [asked.headers[headers.time], asked.headers[headers.generic]];
        const header = headers.generic;
        checkSignature(timed(time, utf8(asked.target)), { secret, given, header });
        checkTime(time, deps.clock.now());
        const answer = await decisions(deps, hook.id, query.after ?? '0');
        const now = String(Math.floor(deps.clock.now().getTime() / 1000));
        const signature = signatureOf(secret, timed(now, utf8(JSON.stringify(answer))));
        // Signed as it goes out: it is not compressed.
        return json(answer, { secret: true, headers: { [headers.time]: now, [header]: signature } });
      },
    }),
  ];
}

/** `after`: the number of the last one that was read. `next`: what to ask with the next time. */
async function decisions(deps: TalkDeskDeps, hook: string, after: string) {
  const lines = await hookStore(deps.db).feed({ hook, after, most: mostLines });
  return {
    decisions: lines.map(({ number, thread, post, what, reason, reply, decision }) => ({
      number: Number(number),
      thread,
      post,
      decision: what,
      ...(reason === '' ? {} : { reason }),
      ...(reply === '' ? {} : { reply }),
      ...(decision === null || what === 'leave' ? {} : { appeal: appealUrl(deps, decision) }),
    })),
    next: Number(lines.at(-1)?.number ?? after),
  };
}
