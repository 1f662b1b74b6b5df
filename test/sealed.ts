/** One sealed report as the server hands it to the one who claimed it, for tests without a server. */
import type { OpenedReport } from '../src/casework/wire.ts';
import { type Held, heldFrom } from '../src/islands/desk/held.ts';
import {
  codeList,
  deriveReceipt,
  fromBase64url,
  newReaderSeed,
  newSeed,
  openItem,
  type Reader,
  randomBytes,
  randomId,
  toBase64url,
} from '../src/platform/keys/index.ts';
import { nodeScrypt } from '../src/platform/keys/node-scrypt.ts';
import type { Answers } from '../src/report/answers.ts';
import { sealReport } from '../src/report/seal.ts';
import { plainAnswers } from './told.ts';

export interface Told {
  installation: string;
  ines: Held;
  reader: Reader;
  report: OpenedReport;
  /** What Amal's code opens of an item sealed to her. */
  amalOpens(body: string, item: string): Promise<Uint8Array>;
}

const answers: Answers = { ...plainAnswers, words: 'He followed me from the stop.' };

const installation = 'aW5zdGFsbGF0aW9uLWZvcg';

/** Sealed to Ines and to whoever else is named. */
export async function told(others: readonly Reader[] = []): Promise<Told> {
  const ines = await heldFrom(newReaderSeed());
  const reader: Reader = {
    id: randomId(),
    name: 'Ines',
    place: 'ours',
    recipient: ines.recipient,
    signer: ines.signer,
    childTrained: true,
  };
  const salt = randomBytes(16);
  const sealed = await sealReport(answers, newSeed(), {
    installation,
    salt: toBase64url(salt),
    list: codeList('en'),
    readers: [reader, ...others],
    language: 'en',
    cameBy: 'self',
    scrypt: nodeScrypt,
  });
  if (!sealed) throw new Error('Nobody may read this report');
  const { submission, code } = sealed;
  const receipt = await deriveReceipt(code, salt, { scrypt: nodeScrypt });
  const { id, secret, recipient, signer, consents, consentsSignature, open } = submission;
  const report: OpenedReport = {
    line: {
      id,
      who: open.who,
      kinds: open.kinds,
      soon: open.soon,
      helped: open.helped,
      place: null,
      week: null,
      part: null,
      language: 'en',
      cameBy: 'self',
      arrived: '2026-11-22',
      due: '2026-11-29',
      over: false,
      state: 'claimed',
      claimedBy: { id: 'ines', name: 'Ines', away: false },
      mine: true,
      waitingForUs: true,
      closeReason: null,
      marks: [],
      crowded: false,
      archived: null,
      together: false,
    },
    secret,
    recipient,
    signer,
    consents,
    consentsNumber: 1,
    consentsSignature,
    items: [
      {
        number: 1,
        name: 'told',
        kind: 'told',
        body: submission.told,
        signature: null,
        author: null,
        day: '2026-11-22',
      },
    ],
    replies: [],
    nextReply: 1,
    nextNote: 1,
    events: [],
    readers: ['Ines'],
  };
  return {
    installation,
    ines,
    reader,
    report,
    amalOpens: (body, item) =>
      openItem(fromBase64url(body), receipt.replyIdentity, { installation, report: id, item }),
  };
}

export const newOpened = {
  note: {
    number: 2,
    name: 'note-1',
    kind: 'note',
    body: '',
    signature: null,
    author: 'Omar',
    day: '2026-11-22',
  },
} as const;
