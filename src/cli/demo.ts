/** `upstander demo`: what somebody needs who looks around in the demonstration. */
import { demoLinks, demonstrationSecrets, linkLines } from '../demo/index.ts';
import { systemClock } from '../platform/clock.ts';
import { openDatabase } from '../platform/db/index.ts';
import { openInstallation } from '../platform/installation.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Command } from './command.ts';

export const command: Command = {
  summary: 'new one-use sign-in links for the people of the demonstration',
  usage: ['demo links'],
  async run({ args, config }) {
    if (args[0] !== 'links' || args.length > 1) {
      return { data: { usage: 'demo links' }, text: 'upstander demo links', failed: true };
    }
    const installation = await openInstallation(config.data);
    if (installation?.kind !== 'demonstration')
      throw new Refusal('not_a_demonstration', { folder: config.data });
    await using database = await openDatabase(config);
    const links = await demoLinks({ db: database.db, clock: systemClock }, config.publicUrl);
    const { phrase } = await demonstrationSecrets(config.data);
    const where = `They lead to ${config.publicUrl}. A server that was started with another PORT: the same PORT before this command.`;
    return { data: { links, phrase }, text: [...linkLines(links, phrase), where].join('\n') };
  },
};
