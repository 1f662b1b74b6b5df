import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { look, problems, until, visitor } from '../browser.ts';
import { cast } from '../cast.ts';
import { world } from '../world.ts';
import { answer, begin, goOn, onPanel, panel } from './amal.ts';

/** Silence: frames of MPEG 1 layer III at 128 kbit/s with nothing in them, about 26 ms each. */
const silence = (frames: number) =>
  Buffer.concat(
    Array.from({ length: frames }, () =>
      Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0xc4]), Buffer.alloc(413)]),
    ),
  );

test('a recorded question is fetched on tap, in both languages, and falls silent on the next', async () => {
  const data = await mkdtemp(join(tmpdir(), 'upstander-audio-'));
  for (const language of ['en', 'ar']) {
    await mkdir(join(data, 'audio', language), { recursive: true });
    await writeFile(join(data, 'audio', language, 'who.mp3'), silence(300));
  }
  await using here = await world({ browsers: true, env: { UPSTANDER_DATA: data } });
  await cast(here);
  const url = await here.listen();
  for (const locale of ['en', 'ar'] as const) {
    await using amal = await visitor({ locale });
    const { page, complaints } = amal;
    const fetched: string[] = [];
    page.on('request', (request) => void (/audio-/.test(request.url()) && fetched.push(request.url())));
    await begin(page, `${url}/${locale}`);
    const player = panel(page, 'who').locator('audio');
    await player.waitFor();
    expect(fetched).toEqual([]);
    expect(await problems(page)).toEqual([]);
    await look(page, `listen-${locale}`);
    await player.evaluate((audio: HTMLAudioElement) => audio.play());
    await until(page, () => (document.querySelector('audio')?.currentTime ?? 0) > 0);
    expect(fetched[0]).toContain(`/assets/audio-${locale}-who-`);
    await answer(page, 'who', 'me');
    await goOn(page);
    await onPanel(page, 'age');
    expect(await player.evaluate((audio: HTMLAudioElement) => audio.paused)).toBe(true);
    expect(complaints).toEqual([]);
  }
  await rm(data, { recursive: true });
}, 60_000);
