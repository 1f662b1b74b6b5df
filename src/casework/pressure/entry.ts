/** One entry of the log as it stands inside its seal: signed by who wrote it, bound to its id and to what it is about. Pure. */
import { fromUtf8, utf8 } from '../../platform/keys/bytes.ts';
import type { ReaderList } from '../../platform/keys/chain.ts';
import { sha256Hex } from '../../platform/keys/digest.ts';
import { openItem, sealItem } from '../../platform/keys/item.ts';
import { KeyRefusal } from '../../platform/keys/refusal.ts';
import { sign, verify } from '../../platform/keys/sign.ts';
import type { Reader } from '../../platform/keys/statement.ts';

export interface Entry {
  /** 'YYYY-MM-DD', when it happened. */
  on: string;
  words: string;
}

/** `report`: null for pressure on us. */
export interface EntryPlace {
  installation: string;
  id: string;
  report: string | null;
}

export interface ReadEntry extends Entry {
  /** Whose signature holds; null where it is nobody's of the list. */
  from: Reader | null;
  /** Their key was taken off the list since: whoever has it now could have written this. */
  left: boolean;
}

/** Both its own id and its report's stand in the item's name, so that no server can move it to another. */
const place = ({ installation, id, report }: EntryPlace) => ({
  installation,
  report: report ?? 'us',
  item: `pressure-${id}`,
});

const fieldsOf = (at: EntryPlace, { on, words }: Entry): string[] => {
  const { installation, report, item } = place(at);
  return [installation, report, item, sha256Hex(JSON.stringify([on, words]))];
};

/** `recipients`: age recipients of a proved list. `signSecret`: the writer's own, 32 bytes. Refuses as `sealItem`. */
export async function sealEntry(
  at: EntryPlace,
  entry: Entry,
  {
    reader,
    signSecret,
    recipients,
  }: { reader: string; signSecret: Uint8Array; recipients: readonly string[] },
): Promise<Uint8Array> {
  const { on, words } = entry;
  const signature = sign('note', fieldsOf(at, entry), signSecret);
  const content = utf8(JSON.stringify({ on, words, from: reader, signature }));
  return sealItem({ ...place(at), content }, recipients);
}

/** `identity`: of one it is sealed to. Refuses as `openItem`, and `damaged` where no entry of ours is inside. */
export async function openEntry(
  at: EntryPlace,
  file: Uint8Array,
  { identity, writers }: { identity: string; writers: Pick<ReaderList, 'active' | 'left'> },
): Promise<ReadEntry> {
  const { on, words, from, signature } = parsed(await openItem(file, identity, place(at)));
  const holds = ({ id, signer }: Reader) =>
    id === from &&
    typeof signature === 'string' &&
    verify('note', fieldsOf(at, { on, words }), { signer, signature });
  const reader = writers.active.find(holds);
  const former = reader ? undefined : writers.left.find((one) => holds(one.reader));
  return { on, words, from: reader ?? former?.reader ?? null, left: former !== undefined };
}

function parsed(content: Uint8Array): Entry & { from?: unknown; signature?: unknown } {
  try {
    const { on, words, from, signature } = JSON.parse(fromUtf8(content)) as Record<string, unknown>;
    if (typeof on === 'string' && /^\d{4}-\d\d-\d\d$/.test(on) && typeof words === 'string')
      return { on, words, from, signature };
  } catch {
    // Not ours, whatever it is.
  }
  throw new KeyRefusal('damaged', { what: 'pressure' });
}
