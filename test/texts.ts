/** Every text of a language as it stands in its catalogues, plurals and forms of address each for themselves. */
import { basename } from 'node:path';
import { filesBelow, read } from './architecture/source.ts';

export interface Text {
  /** 'report.before.heading' */
  key: string;
  text: string;
}

type Message = string | Readonly<Record<string, string>>;

export const everyText = (lang: string): Text[] =>
  filesBelow(`locales/${lang}`)
    // meta.json says who has read a catalogue; it holds no text.
    .filter((path) => path.endsWith('.json') && basename(path) !== 'meta.json')
    .flatMap((path) =>
      Object.entries(JSON.parse(read(path)) as Record<string, Message>).flatMap(([key, message]) =>
        (typeof message === 'string' ? [message] : Object.values(message)).map((text) => ({
          key: `${basename(path, '.json')}.${key}`,
          text: String(text),
        })),
      ),
    );
