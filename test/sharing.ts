/** A colleague's browser as it shares, without a window: the desk's own files, the real server. */
import type { SharedAgain, Sharing, Unshared } from '../src/casework/wire.ts';
import { type Held, heldFrom } from '../src/islands/desk/held.ts';
import { patiently, type Run, type Sharer as Runner, shareAll } from '../src/islands/desk/share-run.ts';
import { type Known, shareAgain } from '../src/islands/desk/sharing.ts';
import { type Clock, systemClock } from '../src/platform/clock.ts';
import { readers } from '../src/platform/keys/index.ts';
import { entriesReader } from '../src/report/index.ts';
import type { Browser, Heard } from './browse.ts';
import type { Ground, Keyholder } from './cast.ts';

export interface Sharer {
  browser: Browser;
  held: Held;
  known: Known;
}

/** `here.clock` says which readers count. */
export async function sharer(
  here: Omit<Ground, 'clock'> & { clock: Clock },
  browser: Browser,
  { seed }: Keyholder,
): Promise<Sharer> {
  const { id, zone } = here.installation;
  const entries = await entriesReader(here.database.db).all();
  const list = readers({ entries, root: here.root.public, installation: id, now: here.clock.now() });
  return { browser, held: await heldFrom(seed), known: { installation: id, zone, list, entries } };
}

export class Unheard extends Error {
  readonly heard: Heard;
  constructor(heard: Heard, message: string) {
    super(message);
    this.heard = heard;
  }
}

/** "Please wait a little" says how long. */
function secondsOf(error: unknown): number | null {
  if (!(error instanceof Unheard) || error.heard.status !== 429) return null;
  return error.heard.json<{ params: { seconds: number } }>().params.seconds;
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export const sharingOf = async (browser: Browser) => (await browser.get('/desk/api/reseal')).json<Sharing>();

/** Asks again what was put off, as the desk does. */
export const patient =
  (browser: Browser) =>
  <Answer>(path: string, body: object): Promise<Answer> =>
    patiently(
      async () => {
        const heard = await browser.post(path, body);
        if (heard.status !== 200) throw new Unheard(heard, `${path} answered ${heard.status}: ${heard.text}`);
        return heard.json<Answer>();
      },
      { putOff: secondsOf, wait },
    );

/** `stopAt`: the browser is closed when so many are sealed. */
export interface Watched {
  stopAt?: number;
  on?: (run: Run) => void;
}

/** How it went, and whether it came to its end. */
export async function runs<Line, Anew>(
  { secrets, seal, send }: Omit<Runner<Line, Anew>, 'goOn'>,
  { stopAt = Number.POSITIVE_INFINITY, on = () => {} }: Watched,
): Promise<{ ended: boolean; run: Run | null }> {
  let run: Run | null = null;
  let sealed = 0;
  const ended = await shareAll(
    {
      secrets,
      seal(line: Line) {
        sealed++;
        return seal(line);
      },
      send,
      goOn: async () => sealed < stopAt,
    },
    {
      of: 0,
      clock: systemClock,
      on(now) {
        run = now;
        on(now);
      },
    },
  );
  return { ended, run };
}

export function shares({ browser, held, known }: Sharer, to: string, watched: Watched = {}) {
  const call = patient(browser);
  return runs<Unshared, SharedAgain>(
    {
      secrets: (after) => call('/desk/api/reseal/secrets', { to, after }),
      seal: (line) => shareAgain(line, held, known),
      send: (reports) => call('/desk/api/reseal', { to, reports }),
    },
    watched,
  );
}
