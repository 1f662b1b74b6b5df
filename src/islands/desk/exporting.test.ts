import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { told } from '../../../test/sealed.ts';
import { fromUtf8, openItem, openSecret } from '../../platform/keys/index.ts';
import { openWith } from '../../platform/keys/seal.ts';
import { folders } from './exporting.ts';
import { openReport } from './opening.ts';

test('an exported report opens in two steps, and each text says where it belongs', async () => {
  const scene = await told();
  const { report, installation, ines } = scene;
  const opened = await openReport(report, ines, installation);
  // Whatever recipient the server names, the items are sealed to the key that opened them.
  const named = { ...report, recipient: scene.reader.recipient };
  const zip = unzipSync(await folders([{ report: named, opened }], installation, () => 'two commands'));
  const { id } = report.line;
  expect(Object.keys(zip)).toEqual([`${id}/secret.age`, `${id}/items.age`, `${id}/README.txt`]);
  const secret = zip[`${id}/secret.age`] ?? new Uint8Array();
  const identity = await openSecret(secret, ines.identity, { installation, report: id });
  const items = fromUtf8(await openWith(identity, zip[`${id}/items.age`] ?? new Uint8Array()));
  expect(items).toContain(`# report ${id}\n# item open\n`);
  expect(items).toContain('"kinds"');
  expect(items).toContain(`# report ${id}\n# item told\n`);
  expect(items).toContain('He followed me from the stop.');
  await expect(openItem(secret, identity, { installation, report: id, item: 'told' })).rejects.toThrow();
});
