/** Karim, officer of the trams: an ask that was sent to them, its link, and the mailbox he reads. */
import { sql } from 'kysely';
import { newLink } from '../src/answer/index.ts';
import { asked } from './asks.ts';
import { type Browser, browse, type Heard } from './browse.ts';
import type { TestWorld } from './world.ts';

export interface Karim extends Browser {
  ask: string;
  token: string;
  /** `/en/o/<token>` with what follows. */
  at(rest?: string): string;
  /** Opens the request. */
  reads(): Promise<void>;
  /** Writes an answer, sends it, and says where its code is to be typed. */
  writes(answer: Readonly<Record<string, string>>): Promise<string>;
  /** Writes an answer and confirms it with the code from the mailbox. */
  answers(answer: Readonly<Record<string, string>>): Promise<Heard>;
}

export const sent = '2026-11-01';
export const due = '2026-11-29';

/** The clock of the world stands on 22 November 2026 unless it was set. */
export async function karim(
  here: TestWorld,
  { locale = 'en', id = 'ask1', until = due }: { locale?: string; id?: string; until?: string } = {},
): Promise<Karim> {
  const { db } = here.database;
  const ask = await asked(db, id, { sent, due, acknowledgeDue: '2026-11-08' });
  const token = await db.transaction().execute((tx) => newLink(tx, { ask, until, today: sent }));
  return answering(here, { ask, token, locale });
}

/** Who answers with this link; the codes go to the mailbox. */
export function answering(
  here: TestWorld,
  { ask, token, locale = 'en', mail }: { ask: string; token: string; locale?: string; mail?: string },
): Karim {
  const browser = browse(here);
  const at = (rest = '') => `/${locale}/o/${token}${rest}`;
  const writes: Karim['writes'] = async (answer) => {
    const { headers, text, status } = await browser.post(at('/answer'), {
      office: 'Station management',
      ...answer,
      go: 'send',
    });
    if (typeof headers.location !== 'string') throw new Error(`The answer got ${status}: ${wrongs(text)}`);
    return headers.location;
  };
  return {
    ...browser,
    ask,
    token,
    at,
    writes,
    async reads() {
      await browser.post(at());
    },
    async answers(answer) {
      const path = await writes(answer);
      return browser.post(path, { do: 'confirm', code: await codeIn(here, mail) });
    },
  };
}

/** What an error summary says. */
export const wrongs = (text: string): string[] =>
  [...text.matchAll(/<li><a href="#[^"]+">([^<]*)</g)].map(([, words = '']) =>
    words.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'"),
  );

/** The mails that wait to be sent to a mailbox, then sent. */
export async function mailbox(
  here: TestWorld,
  to = 'trams@trams.example',
): Promise<{ template: string; params: Record<string, unknown> }[]> {
  const { rows } = await sql<{ template: string; params: Record<string, unknown> }>`
    select template, params from mail where recipient = ${to} and state = 'waiting'`.execute(
    here.database.db,
  );
  await here.settle();
  return rows;
}

/** The code that came last; there is one only where one was asked for since the mailbox was read. */
export async function codeIn(here: TestWorld, mail?: string): Promise<string> {
  const codes = (await mailbox(here, mail)).filter(({ template }) => template === 'code');
  const [last] = codes;
  if (last === undefined || codes.length > 1) throw new Error(`${codes.length} codes in the mailbox`);
  return String(last.params.code);
}

/** A form with files, as a browser sends it. */
export function filled(
  here: Pick<TestWorld, 'app' | 'config'>,
  path: string,
  { fields, files }: { fields: Readonly<Record<string, string>>; files: readonly Uint8Array[] },
) {
  const boundary = '----karim';
  const part = (head: string, content: Uint8Array | string) => [
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
    Buffer.from(content),
    Buffer.from('\r\n'),
  ];
  const payload = Buffer.concat([
    ...Object.entries(fields).flatMap(([name, value]) => part(`name="${name}"`, value)),
    ...files.flatMap((file) => part('name="file"; filename="Karim Adel.jpg"', file)),
    Buffer.from(`--${boundary}--\r\n`),
  ]);
  return here.app.inject({
    method: 'POST',
    url: path,
    headers: { origin: here.config.publicUrl, 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload,
  });
}
