/** The buttons of a recording: it begins, rests and ends by her own tap, and rests by itself when the page is out of sight. */
import type { T } from '../../platform/i18n/index.ts';
import { type Recorded, recordable, type Take, takeVoice } from './microphone.ts';
import { find, need, show, write } from './page.ts';

export interface Recording {
  isOn(): boolean;
  /** Ends it; what was said until now is kept, by `done`. */
  end(): Promise<void>;
  /** Ends it, keeps nothing, and lets a microphone go that is only just being asked for. */
  drop(): void;
}

interface Means {
  t: T;
  /** Bytes a recording may have; 0 where nothing may be added, and then it has been said. */
  room(): number;
  done(recorded: Recorded): void;
  say(key: 'no_microphone' | 'recording' | 'paused' | null): void;
}

/** Where this browser cannot record the page says so instead of the button. */
export function startRecording(place: HTMLElement, { t, room, done, say }: Means): Recording {
  const type = recordable();
  const begin = need<HTMLButtonElement>('[data-record]', place);
  const rest = need<HTMLButtonElement>('[data-record-pause]', place);
  const goOn = need<HTMLButtonElement>('[data-record-go-on]', place);
  let take: Take | null = null;
  let asked = 0;
  show(begin, type !== null);
  show(find('[data-cannot-record]', place), type === null);

  function draw(): void {
    show(begin, take === null && type !== null);
    show(find('[data-recording]', place), take !== null);
    show(rest, take !== null && !take.isPaused());
    show(goOn, take?.isPaused() ?? false);
  }
  const tick = (seconds: number) => write(find('[data-recorded]', place), minutes(seconds, t));

  async function record(): Promise<void> {
    const bytes = type === null || take !== null ? 0 : room();
    if (type === null || bytes === 0) return;
    const mine = ++asked;
    say(null);
    tick(0);
    const begun = await takeVoice(type, { room: bytes, tick });
    // She has left the question while the browser was asking her, or a photo came in its place.
    if (mine !== asked || room() === 0) return begun.drop();
    take = begun;
    draw();
    say('recording');
    rest.focus();
    if (document.visibilityState === 'hidden') pause();
    const recorded = await begun.ended;
    take = null;
    draw();
    if (recorded) done(recorded);
  }

  function pause(): void {
    if (!take || take.isPaused()) return;
    take.pause();
    draw();
    say('paused');
  }

  begin.addEventListener('click', () => {
    // Refused, not there, or taken by a call: the browser knows which, and the same helps.
    record().catch(() => say('no_microphone'));
  });
  rest.addEventListener('click', () => {
    pause();
    goOn.focus();
  });
  goOn.addEventListener('click', () => {
    take?.goOn();
    draw();
    say('recording');
    rest.focus();
  });
  need('[data-record-end]', place).addEventListener('click', () => {
    void take?.end().then(() => begin.focus());
  });
  need('[data-record-drop]', place).addEventListener('click', () => {
    drop();
    begin.focus();
  });
  // Nothing is recorded that she does not see being recorded.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') pause();
  });

  function drop(): void {
    asked++;
    take?.drop();
    take = null;
    draw();
    say(null);
  }
  return {
    isOn: () => take !== null,
    async end() {
      asked++;
      await take?.end();
    },
    drop,
  };
}

/** "1:05", for the eye; nothing reads each second out. */
export const minutes = (seconds: number, t: T): string =>
  `${t.number(Math.floor(seconds / 60))}:${t.number(Math.floor((seconds % 60) / 10))}${t.number(seconds % 10)}`;
