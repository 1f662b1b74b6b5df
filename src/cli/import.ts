/** `upstander import`: who answers for what, and what others collected before us. */
import type { Command } from './command.ts';
import { command as history } from './import-history.ts';
import { command as places } from './import-places.ts';

const parts: Readonly<Record<string, Command>> = {
  bodies: places,
  places,
  areas: places,
  names: places,
  reports: history,
  mapping: history,
};
const usage = [...places.usage, ...history.usage];

export const command: Command = {
  summary:
    'bodies, areas and places from files; old reports of another map, as history nobody was asked about',
  usage,
  options: { ...places.options, ...history.options },
  async run(called) {
    const part = parts[called.args[0] ?? ''];
    if (part) return part.run(called);
    return { data: { usage }, text: usage.map((form) => `upstander ${form}`).join('\n'), failed: true };
  },
};
