/** Ines at her desk without its pages: claims, opens with her own key, replies; what her browser would do and send. */
import type { InboxLine, OpenedReport } from '../../src/casework/wire.ts';
import { fromBase64url, fromUtf8, toBase64url } from '../../src/platform/keys/bytes.ts';
import { openItem, openSecret, sealItem } from '../../src/platform/keys/item.ts';
import { additionItem, readAddition } from '../../src/report/addition.ts';
import type { Told } from '../../src/report/answers.ts';
import { composeReply, replyItem } from '../../src/report/reply.ts';
import type { City } from './amal.ts';

export interface Opened {
  id: string;
  told: Told;
  additions: readonly string[];
  consents: OpenedReport['consents'];
  reply(text: string): Promise<void>;
}

/** The newest report in her inbox. */
export async function inesOpens({ people, here }: City): Promise<Opened> {
  const { ines } = people;
  const desk = await people.as(ines);
  const { lines } = (await desk.get('/desk/api/inbox')).json<{ lines: InboxLine[] }>();
  const line = lines.find(({ claimedBy }) => claimedBy === null) ?? lines.at(-1);
  if (!line) throw new Error('Nothing is in the inbox');
  const report = line.id;
  if (line.claimedBy === null) await desk.post('/desk/api/claim', { report });
  const opened = (await desk.post('/desk/api/open', { report })).json<OpenedReport>();

  const installation = here.installation.id;
  const identity = await openSecret(fromBase64url(opened.secret), ines.keys.identity, {
    installation,
    report,
  });
  const read = (item: string, body: string) =>
    openItem(fromBase64url(body), identity, { installation, report, item });
  const body = opened.items.find(({ kind }) => kind === 'told')?.body ?? '';
  const told = JSON.parse(fromUtf8(await read('told', body))) as Told;
  const additions = opened.items.filter(({ kind }) => kind === 'addition');
  return {
    id: report,
    told,
    consents: opened.consents,
    additions: await Promise.all(
      additions.map(async (one, at) => readAddition(await read(additionItem(at + 1), one.body))),
    ),
    async reply(text) {
      const number = opened.nextReply;
      const place = { installation, report, number };
      const content = composeReply(place, text, { reader: ines.reader.id, signSecret: ines.keys.signSecret });
      const to = [told.replyRecipient, opened.recipient];
      const sealed = await sealItem({ installation, report, item: replyItem(number), content }, to);
      const answer = await desk.post('/desk/api/reply', { report, number, body: toBase64url(sealed) });
      if (answer.status >= 300) throw new Error(`The reply was answered with ${answer.status}`);
    },
  };
}
