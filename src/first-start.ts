/**
 * What an empty data folder becomes: a demonstration of an invented organisation in an invented city. Its root's
 * secret lies in the folder, which a real installation's never does: everything here is made up and says so.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInstallation, type Installation } from './platform/installation.ts';
import { fromBase64url, toBase64url } from './platform/keys/bytes.ts';
import { makeRoot, type Root } from './platform/keys/root.ts';
import { signerOf } from './platform/keys/sign.ts';

const invented = {
  kind: 'demonstration',
  name: { en: 'The Lantern Street Circle', ar: 'دايرة شارع الفانوس' },
  zone: 'Africa/Cairo',
  country: 'demo',
} as const;

/** A kill between the two files leaves a root without an installation: the next start takes that root. */
export async function createDemonstration(data: string): Promise<Installation> {
  await mkdir(data, { recursive: true, mode: 0o700 });
  const made = toBase64url(makeRoot().secret);
  await writeFile(rootFile(data), made, { mode: 0o600, flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  const root = await demonstrationRoot(data);
  return createInstallation(data, { ...invented, root: root.public });
}

/** The root that signs the demonstration's invented readers. */
export async function demonstrationRoot(data: string): Promise<Root> {
  const secret = fromBase64url(await readFile(rootFile(data), 'utf8'));
  return { secret, public: signerOf(secret) };
}

function rootFile(data: string): string {
  return join(data, 'demonstration.root');
}
