import { expect, test } from 'vitest';
import { fromBase64url, signerOf } from '../platform/keys/index.ts';
import { newReportKey, openItem } from '../platform/keys/item.ts';
import { randomBytes } from '../platform/keys/random.ts';
import { additionItem, readAddition, sealAddition } from './addition.ts';
import { defaultConsents as consents } from './answers.ts';
import { signConsents } from './consents.ts';

const place = { installation: 'house', report: 'amal-1', number: 1 };

async function amal() {
  const key = await newReportKey();
  const signSecret = randomBytes(32);
  const { recipient } = key;
  const consentsSignature = signConsents({ ...place, recipient, number: 1, consents }, signSecret);
  const shown = { recipient, consents, consentsNumber: 1, consentsSignature };
  return { key, keys: { ...shown, signer: signerOf(signSecret), signSecret } };
}

test('what Amal adds opens with her report and nowhere else', async () => {
  const { key, keys } = await amal();
  const { body, number } = await sealAddition(place, 'There was a camera above the door.', keys);
  const item = additionItem(number);
  const content = await openItem(fromBase64url(body), key.identity, { ...place, item });
  expect(readAddition(content)).toBe('There was a camera above the door.');
  await expect(openItem(fromBase64url(body), key.identity, { ...place, item: 'addition-2' })).rejects.toThrow(
    'swapped',
  );
});

test('nothing is sealed to a recipient she did not sign', async () => {
  const { keys } = await amal();
  const other = await newReportKey();
  await expect(sealAddition(place, 'A name.', { ...keys, recipient: other.recipient })).rejects.toThrow(
    'bad_key',
  );
});
