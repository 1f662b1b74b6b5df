import { beforeAll, describe, expect, test } from 'vitest';
import { type Told as Scene, told } from '../../../../test/sealed.ts';
import type { Proof, Signed } from '../../../casework/asks/wire.ts';
import { KeyRefusal, sign } from '../../../platform/keys/index.ts';
import { prove } from './prove.ts';

let scene: Scene;
let proof: Proof;
let signed: Signed;
beforeAll(async () => {
  scene = await told();
  const { line, secret, items, ...rest } = scene.report;
  const first = items.find(({ kind }) => kind === 'told');
  proof = { report: line.id, secret, told: first?.body ?? '', marks: [] };
  const { recipient, signer, consents, consentsNumber, consentsSignature } = rest;
  signed = { recipient, signer, consents, consentsNumber, consentsSignature, word: null };
});

const about = () => ({ held: scene.ines, installation: scene.installation, body: 'trams' });
const found = async (given: Partial<Signed> = {}, proved: Partial<Proof> = {}) =>
  (await prove([{ ...signed, ...given }], [{ ...proof, ...proved }], about())).map(({ what }) => what);

describe('before an ask goes out, Ines’s browser', () => {
  test('finds nothing where everything is as Amal signed it', async () => {
    expect(await found()).toEqual([]);
  });

  test('names choices she never signed, and a key that is not the one she sealed in', async () => {
    expect(await found({ consents: { ...signed.consents, ask: 'above_too' } })).toEqual(['consents']);
    expect(await found({ consentsNumber: 2 })).toEqual(['consents']);
    const other = await told();
    expect(await found({ signer: other.report.signer })).toEqual(['signer']);
    expect(await found({ recipient: other.report.recipient })).toEqual(['signer', 'consents']);
  });

  test('names a word about the body that somebody else signed', async () => {
    const fields = [scene.installation, proof.report, 'trams', '1', 'yes'];
    const word = (signature: string) => ({ word: { number: 1, said: 'yes' as const, signature } });
    expect(await found(word(sign('body', fields, new Uint8Array(32).fill(7))))).toEqual(['word']);
  });

  test('refuses another report’s secret', async () => {
    const other = await told();
    await expect(found({}, { secret: other.report.secret })).rejects.toBeInstanceOf(KeyRefusal);
  });
});
