/** People and lists for tests of the reader list: a root, five readers, and entries as honest software writes them. */
import { type Asked, type ReaderList, readers } from './chain.ts';
import { newReaderSeed, readerKeys } from './reader.ts';
import { KeyRefusal } from './refusal.ts';
import { makeRoot } from './root.ts';
import { type Reader, type ReaderEntry, type Statement, signStatement, statementHash } from './statement.ts';

export const installation = 'house';
export const root = makeRoot();
export const start = Date.parse('2026-11-01T09:00:00Z');
export const hours = (n: number) => start + n * 3_600_000;

export interface Person {
  reader: Reader;
  secret: Uint8Array;
}
export async function person(id: string, more: Partial<Reader> = {}): Promise<Person> {
  const { recipient, signer, signSecret } = await readerKeys(newReaderSeed());
  const reader: Reader = { id, name: id, place: 'ours', recipient, signer, childTrained: false, ...more };
  return { reader, secret: signSecret };
}
export const [ines, omar, nadia, tarek, lina, mallory] = await Promise.all([
  person('ines'),
  person('omar'),
  person('nadia'),
  person('tarek'),
  person('lina', { place: 'outside', organisation: 'The other house' }),
  person('mallory'),
]);
export const theRoot = { id: 'root', secret: root.secret };
export const by = ({ reader, secret }: Person) => ({ id: reader.id, secret });
export type Signer = ReturnType<typeof by>;

export interface Step {
  at: number;
  change?: 'add' | 'remove';
  who: Person;
  signers: readonly Signer[];
  founding?: boolean;
  /** Whatever is changed before signing. */
  twist?: Partial<Statement>;
}
/** A list as honest software writes it, but for the twists. */
export function listOf(...steps: readonly Step[]): ReaderEntry[] {
  const entries: ReaderEntry[] = [];
  for (const { at, change = 'add', who, signers, founding = false, twist } of steps) {
    const last = entries[entries.length - 1]?.statement;
    const statement: Statement = {
      number: entries.length + 1,
      previous: last ? statementHash(last) : '',
      installation,
      date: new Date(at).toISOString(),
      founding,
      change,
      reader: who.reader,
      ...twist,
    };
    entries.push({
      statement,
      signatures: signers.map((one) => signStatement(statement, one.id, one.secret)),
    });
  }
  return entries;
}
export const founders: readonly Step[] = [
  { at: hours(0), who: ines, signers: [theRoot], founding: true },
  { at: hours(1), who: omar, signers: [theRoot], founding: true },
];
export const bothSign = [by(ines), by(omar)];

export function ask(entries: readonly unknown[], at: number, more: Partial<Asked> = {}): ReaderList {
  return readers({ entries, root: root.public, installation, now: new Date(at), ...more });
}
export const active = (entries: readonly unknown[], at: number) =>
  ask(entries, at).active.map(({ id }) => id);
export function refused(entries: readonly unknown[], at = hours(1000), more: Partial<Asked> = {}): unknown {
  try {
    ask(entries, at, more);
  } catch (error) {
    if (error instanceof KeyRefusal) return error.code === 'chain_broken' ? error.params.why : error.code;
    throw error;
  }
  return 'accepted';
}
