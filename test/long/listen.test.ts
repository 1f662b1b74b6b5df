import { expect, test } from 'vitest';
import { look, problems, until, visitor } from '../browser.ts';
import { cast } from '../cast.ts';
import { answer, begin, goOn, onPanel, panel } from '../e2e/amal.ts';
import { recorded } from '../recorded.ts';
import { world } from '../world.ts';

test('a recorded question is fetched on tap, in both languages, and falls silent on the next', async () => {
  await using sounds = await recorded(['en', 'ar'], ['who']);
  await using here = await world({ browsers: true, env: { UPSTANDER_DATA: sounds.data } });
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
}, 60_000);
