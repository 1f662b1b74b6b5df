/** The signed list of readers: whether it holds, who counts, who waits. */
import { waitingForSignature } from '../../casework/index.ts';
import { translate } from '../../platform/i18n/index.ts';
import {
  archiveOf,
  KeyRefusal,
  readers as prove,
  type Reader,
  type ReaderEntry,
  type ReaderList,
} from '../../platform/keys/index.ts';
import { archiveStore, entriesReader } from '../../report/index.ts';
import type { Finding, Ground } from './finding.ts';

/** The last one ill or leaving must not leave reports unread; where two must open, two are left then. */
const needed = (together: boolean): number => (together ? 3 : 2);

export async function readers(ground: Ground): Promise<Finding[]> {
  const { db, installation, clock } = ground;
  const entries = await entriesReader(db).all();
  const { root, id } = installation;
  let list: ReaderList;
  try {
    list = prove({ entries, root, installation: id, now: clock.now() });
  } catch (error) {
    if (!(error instanceof KeyRefusal)) throw error;
    return [broken(error)];
  }
  const { waiting: unsigned, locked } = await waitingForSignature(ground);
  const counting = list.active.filter((reader) => !locked.includes(reader.id));
  return [
    { what: 'list of readers', state: 'fine', found: `${entries.length} entries, each signed as it must be` },
    caseworkers(counting.filter(({ place }) => place === 'ours')),
    minors(counting),
    outside(counting.filter(({ place }) => place === 'outside')),
    ...coming(list, unsigned),
    ...closed(list, locked),
    await archive(ground, entries),
  ];
}

/** What it would take to close away what rests a month. */
async function archive(
  { db, installation: { id, root }, clock }: Ground,
  entries: readonly ReaderEntry[],
): Promise<Finding> {
  const what = 'archive key';
  const word = await archiveStore(db).word();
  if (word === null) {
    const found = 'none is signed, so what was closed stays open to its readers; archive key';
    return { what, state: 'mind', found };
  }
  try {
    const { from, counts } = archiveOf(word, { entries, root, installation: id, now: clock.now() });
    const found = counts ? 'signed by the root' : `counts from ${from.toISOString().slice(0, 16)} UTC`;
    const { all, asked } = await archiveStore(db).count();
    const waits = asked === 0 ? '' : `, ${asked} asked for: archive open`;
    return { what, state: asked === 0 ? 'fine' : 'mind', found: `${found}; ${all} closed away${waits}` };
  } catch (error) {
    if (!(error instanceof KeyRefusal)) throw error;
    const found = `not what the root has signed (${error.params.why}): no browser seals to it; archive key`;
    return { what, state: 'wrong', found };
  }
}

function broken({ params }: KeyRefusal): Finding {
  const { number = 0, why = '' } = params;
  const found = `entry ${number} does not hold (${why}): no browser seals to anybody. The table was changed by hand, or belongs to another installation`;
  return { what: 'list of readers', state: 'wrong', found };
}

function caseworkers(ours: readonly Reader[]): Finding {
  const what = 'caseworkers';
  if (ours.length === 0) {
    return {
      what,
      state: 'wrong',
      found: 'none counts, so nothing can be told; readers invite, readers sign',
    };
  }
  const together = ours.some((one) => one.together === true);
  if (ours.length < needed(together)) {
    const why = together ? ', as two must open and one may be ill' : '';
    const found = `${names(ours)} alone; ${needed(together)} are needed${why}. Readers invite, readers sign`;
    return { what, state: 'mind', found };
  }
  return { what, state: 'fine', found: `${names(ours)} count${together ? '; two must open together' : ''}` };
}

function minors(counting: readonly Reader[]): Finding {
  const what = 'under 18';
  const trained = counting.filter(({ childTrained, place }) => childTrained && place === 'ours');
  if (trained.length > 0) return { what, state: 'fine', found: `${names(trained)}, child-trained` };
  return { what, state: 'mind', found: 'no caseworker is child-trained: people under 18 get lines only' };
}

function outside(counting: readonly Reader[]): Finding {
  const what = 'outside reader';
  if (counting.length > 0) return { what, state: 'fine', found: names(counting) };
  const found = 'none: whoever leaves out everybody here reaches nobody; readers invite … --outside';
  return { what, state: 'mind', found };
}

function coming({ waiting }: ReaderList, unsigned: readonly { reader: Reader }[]): Finding[] {
  const soon = waiting.map(
    ({ reader, from }) => `${reader.name} counts from ${from.toISOString().slice(0, 16)} UTC`,
  );
  const asking = unsigned.map(({ reader }) => `${reader.name} waits for signatures, readers sign`);
  if (soon.length + asking.length === 0) return [];
  return [
    { what: 'waiting', state: asking.length === 0 ? 'fine' : 'mind', found: [...soon, ...asking].join('; ') },
  ];
}

/** Lock now was pressed without the key: nobody here can open with it, and phones still seal to it. */
function closed({ active, waiting }: ReaderList, locked: readonly string[]): Finding[] {
  const still = [...active, ...waiting.map(({ reader }) => reader)].filter(({ id }) => locked.includes(id));
  if (still.length === 0) return [];
  const found = `${names(still)} pressed Lock now and is still on the list: readers remove`;
  return [{ what: 'locked', state: 'wrong', found }];
}

const names = (some: readonly Reader[]): string => translate('en').list(some.map(({ name }) => name));
