/**
 * The one thing kept on this phone: what she is writing, or what is finished and waits. It lies in the browser's database
 * under a key the page can use and never read; outside stands only the last day. Nothing is made by looking.
 */
import { addDays, type Day, systemClock } from '../../platform/clock.ts';
import { newDeviceKey, openOnDevice, sealOnDevice } from '../../platform/keys/device.ts';
import { keptDays } from '../../report/on-phone.ts';

const database = 'kept';
export const store = 'kept';

export interface Lying {
  key: CryptoKey;
  until: Day;
  sealed: Uint8Array<ArrayBuffer>;
}
export interface Found {
  value: unknown;
  until: Day;
}

export const today = (): Day => systemClock.now().toISOString().slice(0, 10);

/** Replaces what lay there, pieces too. Answers the last day it is kept. Rejects where the browser keeps nothing. */
export async function keep(value: unknown): Promise<Day> {
  const here = await open(true);
  if (here === null) throw new Error('This browser keeps nothing');
  try {
    const before = await done(here.transaction(store).objectStore(store).get('one'));
    const key = (before as Lying | undefined)?.key ?? (await newDeviceKey());
    const until = addDays(today(), keptDays);
    const lying: Lying = { key, until, sealed: await sealOnDevice(key, until, JSON.stringify(value)) };
    await written(here, (all) => {
      all.clear();
      all.put(lying, 'one');
    });
    return until;
  } finally {
    here.close();
  }
}

/** What lies there and opens; what is too old or does not open is deleted instead. */
export async function lying(): Promise<Found | null> {
  const here = await open(false);
  if (here === null) return null;
  const found = (await done(here.transaction(store).objectStore(store).get('one'))) as Lying | undefined;
  here.close();
  try {
    if (found === undefined) throw new Error('Pieces that belong to nothing');
    if (found.until < today()) throw new Error('It is too old');
    return {
      value: JSON.parse(await openOnDevice(found.key, found.until, found.sealed)),
      until: found.until,
    };
  } catch {
    await empty();
    return null;
  }
}

/** Content and key go together. Waits for no other page: they let go of it by themselves. */
export async function empty(): Promise<void> {
  await done(indexedDB.deleteDatabase(database));
}

/** Null where nothing was ever kept, unless `make`: looking leaves no trace. */
export function open(make: boolean): Promise<IDBDatabase | null> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(database, 1);
    asked.onupgradeneeded = () => {
      if (make) asked.result.createObjectStore(store);
      else asked.transaction?.abort();
    };
    asked.onsuccess = () => {
      // Another page of ours deletes it: this one is not in the way.
      asked.result.onversionchange = () => asked.result.close();
      resolve(asked.result);
    };
    asked.onerror = () => (make ? reject(asked.error) : resolve(null));
  });
}

/** Resolves when it stands: a phone that is full may say so at the very end, after each part has succeeded. */
export function written(here: IDBDatabase, write: (all: IDBObjectStore) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const writing = here.transaction(store, 'readwrite');
    writing.oncomplete = () => resolve();
    writing.onabort = () => reject(writing.error);
    write(writing.objectStore(store));
  });
}

export function done<Result>(asked: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}
