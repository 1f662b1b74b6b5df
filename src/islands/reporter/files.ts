/** Photos and recordings beside her words: drawn anew, recorded, heard again, taken out. They live in this page and nowhere else until Send. */
import type { T } from '../../platform/i18n/index.ts';
import { type ChosenFile, mostBytes, mostFiles } from '../../report/files/model.ts';
import { all, find, fromTemplate, make, need, show, write } from './page.ts';
import { minutes, startRecording } from './record.ts';
import { redrawn } from './redraw.ts';

export interface Files {
  chosen(): readonly ChosenFile[];
  /** "Photo 1, 640 kB", in their order. */
  names(): readonly string[];
  isRecording(): boolean;
  /** What is chosen, after a recording that still runs was ended and kept, and a photo was drawn. */
  ready(): Promise<readonly ChosenFile[]>;
  wipe(): void;
}

interface Means {
  t: T;
  /** Something was added or taken out. */
  changed(): void;
  /** How many the report has already. */
  before(): number;
}

type Sentence = 'drawing' | 'added' | 'recorded' | 'out' | 'recording' | 'paused';
type Problem = 'not_picture' | 'no_microphone' | 'many' | 'large';

/** `place`: where they are chosen, in the page. */
export function startFiles(place: HTMLElement, { t, changed, before }: Means): Files {
  const most = () => mostFiles - before();
  const status = need('[data-file-status]', place);
  const input = need<HTMLInputElement>('input[type="file"]', place);
  const seconds = new WeakMap<ChosenFile, number>();
  const heard = new Map<ChosenFile, string>();
  let chosen: readonly ChosenFile[] = [];
  let drawing: Promise<void> = Promise.resolve();
  let wipes = 0;

  function say(key: Sentence | Problem | null): void {
    show(status, key !== null);
    write(status, key === null ? '' : t(`report.files.${key}`, { most: most() }));
  }
  const nameOf = (file: ChosenFile, at: number): string =>
    file.kind === 'photo'
      ? t('report.files.photo', {
          number: at + 1,
          size: Math.max(1, Math.round(file.content.length / 1024)),
        })
      : t('report.files.voice', { number: at + 1, time: minutes(seconds.get(file) ?? 0, t) });

  function draw(): void {
    const list = need('[data-file-list]', place);
    list.textContent = '';
    chosen.forEach((file, at) => {
      const item = fromTemplate('template[data-file]', place);
      const name = nameOf(file, at);
      write(find('[data-name]', item), name);
      for (const of of all('[data-of]', item)) write(of, name);
      if (file.kind === 'voice') item.append(player(file, name));
      need('[data-remove]', item).addEventListener('click', () => {
        file.content.fill(0);
        set(chosen.filter((one) => one !== file));
        say('out');
        need('[data-add-photo]', place).focus();
      });
      list.append(item);
    });
  }

  /** Plays by her own tap alone. */
  function player(file: ChosenFile, label: string): HTMLElement {
    const address = heard.get(file) ?? URL.createObjectURL(new Blob([new Uint8Array(file.content)], file));
    heard.set(file, address);
    return make('audio', { controls: '', preload: 'metadata', src: address, 'aria-label': label });
  }

  function set(next: readonly ChosenFile[]): void {
    for (const [file, address] of heard) {
      if (next.includes(file)) continue;
      URL.revokeObjectURL(address);
      heard.delete(file);
    }
    chosen = next;
    draw();
    changed();
  }

  /** Bytes that may still come; 0, and said why, where nothing may. A recording that runs has its place. */
  function room(): number {
    const left = mostBytes - chosen.reduce((sum, { content }) => sum + content.length, 0);
    const taken = chosen.length + (recording.isOn() ? 1 : 0);
    const why = taken >= most() ? 'many' : left <= 0 ? 'large' : null;
    if (why) say(why);
    return why ? 0 : left;
  }

  function addPhoto(content: Uint8Array | null): void {
    const left = content === null ? 0 : room();
    if (content === null) say('not_picture');
    else if (content.length <= left) {
      set([...chosen, { kind: 'photo', type: 'image/jpeg', content }]);
      say('added');
    } else if (left > 0) say('large');
  }

  const recording = startRecording(place, {
    t,
    room,
    say,
    done({ file, seconds: length }) {
      seconds.set(file, length);
      // Its room was known when it began; what was added meanwhile may have taken it.
      if (room() === 0) return;
      set([...chosen, file]);
      say('recorded');
    },
  });
  need('[data-add-photo]', place).addEventListener('click', () => {
    if (room() > 0) input.click();
  });
  input.addEventListener('change', () => {
    const [picked] = Array.from(input.files ?? []);
    if (!picked) return;
    say('drawing');
    const before = wipes;
    drawing = redrawn(picked).then((content) => {
      input.value = '';
      if (wipes === before) addPhoto(content);
    });
  });
  place.closest('[data-panel]')?.addEventListener('click', (event) => {
    const pressed = event.target instanceof Element ? event.target.closest('[data-go="skip"]') : null;
    if (pressed) wipe();
  });
  show(place, true);

  function wipe(): void {
    wipes++;
    recording.drop();
    for (const { content } of chosen) content.fill(0);
    set([]);
    say(null);
  }
  return {
    chosen: () => chosen,
    names: () => chosen.map(nameOf),
    isRecording: recording.isOn,
    async ready() {
      await Promise.all([recording.end(), drawing]);
      return chosen;
    },
    wipe,
  };
}
