/** `upstander tick`: what the clock of asks does by itself each hour, once and now. Running it twice changes nothing. */
import { tick } from '../answer/index.ts';
import { clockOfAsks } from '../app.ts';
import { type Day, dayIn, systemClock } from '../platform/clock.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Command } from './command.ts';
import { dayFrom } from './day.ts';
import { opened } from './opened.ts';

export const command: Command = {
  summary: 'reminders, tasks and open letters that are due; a server does it by itself each hour',
  usage: ['tick'],
  options: {
    day: {
      type: 'string',
      help: 'as if it were this day, YYYY-MM-DD; a demonstration takes a later one too',
    },
  },
  async run({ options, config }) {
    const { installation, database } = await opened(config);
    await using _ = database;
    const today = dayIn(installation.zone, systemClock.now());
    const day: Day = options.day === undefined ? today : dayFrom('--day', String(options.day));
    if (day > today && installation.kind === 'real')
      throw new Refusal('config', { variable: '--day', value: day, allowed: `a day up to ${today}` });
    const written = await tick(clockOfAsks({ installation, database, config, clock: systemClock }), day);
    const { reminded, escalated, open_letter: letters } = written;
    return {
      data: { day, ...written },
      text: `${day}: ${reminded} reminders, ${escalated} tasks, ${letters} open letters written.`,
    };
  },
};
