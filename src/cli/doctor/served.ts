/** Whether another server shows the readers and the scripts that this data folder and this build would. */
import { join } from 'node:path';
import type { Clock } from '../../platform/clock.ts';
import { askOutside, readAssets } from '../../platform/http/index.ts';
import type { Installation } from '../../platform/installation.ts';
import { KeyRefusal, readers as prove, type ReaderEntry, sha256Hex } from '../../platform/keys/index.ts';
import type { Finding } from './finding.ts';

/** The files a browser loads, beside the command that is running. */
const builtFiles = join(import.meta.dirname, '..', 'assets');

const pages = ['/en', '/ar', '/en/report/tell', '/en/back', '/en/readers'];

/** `url`: an origin. What can only be compared with an installation's own folder is not said without one. */
export async function served(
  url: URL,
  {
    installation,
    clock,
    files = builtFiles,
  }: { installation: Installation | null; clock: Clock; files?: string },
): Promise<Finding[]> {
  if (installation === null) {
    const found = 'not compared: run this with the data folder of that installation, from the same version';
    return [{ what: 'readers and scripts', state: 'mind', found }];
  }
  return [await readers(url, { installation, clock }), await scripts(url, { installation, files })];
}

async function readers(
  url: URL,
  { installation, clock }: { installation: Installation; clock: Clock },
): Promise<Finding> {
  const what = 'readers shown';
  const { text } = await askOutside(new URL('/api/readers', url).href);
  try {
    const { entries } = JSON.parse(text) as { entries: ReaderEntry[] };
    const { id, root } = installation;
    const { active } = prove({ entries, root, installation: id, now: clock.now() });
    const found = `${entries.length} entries, signed from our root on; ${active.length} readers count`;
    return { what, state: 'fine', found };
  } catch (error) {
    const why = error instanceof KeyRefusal ? error.code : 'it is no list';
    return {
      what,
      state: 'wrong',
      found: `the list it shows does not hold (${why}): do not use this server`,
    };
  }
}

async function scripts(
  url: URL,
  { installation, files }: { installation: Installation; files: string },
): Promise<Finding> {
  const what = 'scripts shown';
  const ours = readAssets(files, {
    __UPSTANDER_ROOT__: installation.root,
    __UPSTANDER_INSTALLATION__: installation.id,
  }).scriptHashes();
  const known = new Map(ours.map((script) => [script.url, script.sha256]));
  const named = new Set<string>();
  for (const page of pages) {
    const { text } = await askOutside(new URL(page, url).href);
    for (const [, src = ''] of text.matchAll(/<script[^>]*\ssrc="([^"]*)"/g)) named.add(src);
  }
  const other: string[] = [];
  for (const src of named) {
    const answer = known.has(src) ? await askOutside(new URL(src, url).href) : null;
    if (answer === null || sha256Hex(new TextEncoder().encode(answer.text)) !== known.get(src))
      other.push(src);
  }
  if (other.length === 0)
    return { what, state: 'fine', found: `${named.size}, byte for byte those of this build` };
  const found = `not those of this build: ${other.join(', ')}. Another version, or a changed server`;
  return { what, state: 'wrong', found };
}
