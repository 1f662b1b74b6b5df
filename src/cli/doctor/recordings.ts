/** The organisation's own recordings of the questions. */
import type { Config } from '../../platform/config.ts';
import { biggest, type Recording, readRecordings, recommended } from '../../report/index.ts';
import type { Finding, State } from './finding.ts';

const kB = (bytes: number) => `${Math.ceil(bytes / 1024)} kB`;

export function recordings({ data }: Pick<Config, 'data'>): Finding[] {
  const all = readRecordings(data);
  const served = all.filter(({ content }) => content !== null);
  const found = served.length === 0 ? 'none; the pages say so' : `${served.length} served`;
  return [{ what: 'recordings', state: 'fine', found }, ...all.flatMap(faultOf)];
}

function faultOf({ language, file, bytes, fault }: Recording): Finding[] {
  if (fault === null) return [];
  const says: Readonly<Record<typeof fault, readonly [State, string]>> = {
    unknown: ['mind', 'not served: no question has this name, or the ending is none of mp3, m4a, ogg'],
    second: ['mind', 'not served: the same question is there in another format'],
    too_big: ['wrong', `not served: ${kB(bytes)}, at most ${kB(biggest)}`],
    big: ['mind', `${kB(bytes)}: slow on a cheap phone, ${kB(recommended)} is enough`],
  };
  const [state, found] = says[fault];
  return [{ what: `recording ${language}/${file}`, state, found }];
}
