/** Recordings of the questions as an organisation would put them into its data folder; here they hold nothing but silence. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Frames of MPEG 1 layer III at 128 kbit/s with nothing in them, about 26 ms each. */
const silence = (frames: number) =>
  Buffer.concat(
    Array.from({ length: frames }, () =>
      Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0xc4]), Buffer.alloc(413)]),
    ),
  );

export interface Recorded extends AsyncDisposable {
  /** For UPSTANDER_DATA. */
  data: string;
}

/** A data folder in which these pages are recorded in these languages. */
export async function recorded(languages: readonly string[], pages: readonly string[]): Promise<Recorded> {
  const data = await mkdtemp(join(tmpdir(), 'upstander-audio-'));
  for (const language of languages) {
    const folder = join(data, 'audio', language);
    await mkdir(folder, { recursive: true });
    for (const page of pages) await writeFile(join(folder, `${page}.mp3`), silence(300));
  }
  return { data, [Symbol.asyncDispose]: () => rm(data, { recursive: true, force: true }) };
}
