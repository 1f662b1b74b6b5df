/**
 * What an empty data folder becomes: a demonstration of an invented organisation in an invented city. Its root's secret,
 * its readers' seeds and its paper phrase lie in the folder, which those of a real installation never do: everything
 * here is made up, and says so.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInstallation, type Installation } from '../platform/installation.ts';
import { fromBase64url, toBase64url } from '../platform/keys/bytes.ts';
import { codeList, makeRoot, newPhrase, type Root, sha256 } from '../platform/keys/index.ts';
import { signerOf } from '../platform/keys/sign.ts';
import { organisation } from './content/organisation.ts';

export interface Secrets {
  root: Root;
  /** The demonstration passphrase: opens the keys of everybody who holds some. */
  phrase: string;
  /** 32 bytes of their own for each name: 'reader ines', 'report 7'. */
  seed(of: string): Uint8Array;
}

/** A kill between the two files leaves secrets without an installation: the next start takes those. */
export async function createDemonstration(data: string): Promise<Installation> {
  await mkdir(data, { recursive: true, mode: 0o700 });
  const made = { root: toBase64url(makeRoot().secret), phrase: newPhrase(codeList('en')) };
  await writeFile(file(data), `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flag: 'wx' }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    },
  );
  const { root } = await demonstrationSecrets(data);
  const { name, country, zone } = organisation;
  return createInstallation(data, { kind: 'demonstration', name, country, zone, root: root.public });
}

export async function demonstrationSecrets(data: string): Promise<Secrets> {
  const { root, phrase } = JSON.parse(await readFile(file(data), 'utf8')) as { root: string; phrase: string };
  const secret = fromBase64url(root);
  return {
    root: { secret, public: signerOf(secret) },
    phrase,
    seed: (of) => sha256(`upstander demonstration\n${root}\n${of}`),
  };
}

const file = (data: string) => join(data, 'demonstration.json');
