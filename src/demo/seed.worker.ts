/** Fills the demonstration beside the server, so that the first page answers meanwhile. Says how far it is. */
import { parentPort, workerData } from 'node:worker_threads';
import * as answer from '../answer/index.ts';
import * as casework from '../casework/index.ts';
import { systemClock } from '../platform/clock.ts';
import { configFromEnvironment } from '../platform/config.ts';
import { openDatabase } from '../platform/db/index.ts';
import { openInstallation } from '../platform/installation.ts';
import { jobs } from '../platform/jobs/index.ts';
import * as mail from '../platform/mail/index.ts';
import { demonstrationSecrets } from './begin.ts';
import { fill } from './fill.ts';

const { data, databaseUrl } = workerData as { data: string; databaseUrl?: string };
const config = configFromEnvironment();
await fillAll();

/** A function, because the bundler drops `using` at the top of a file: the thread would never end. */
async function fillAll(): Promise<void> {
  const installation = await openInstallation(data);
  if (installation === null) throw new Error(`${data} is not an installation`);
  await using database = await openDatabase({ data, ...(databaseUrl ? { databaseUrl } : {}) }, { max: 3 });
  const { db } = database;
  const clock = systemClock;
  await using work = jobs(db);
  // A fact nobody here listens to would end here: the same rooms listen as in the server.
  casework.listen(work, { db, clock, installation, canMail: () => mail.canMail({ installation, config }) });
  mail.listen(work, { db, clock, installation, config });
  answer.listen(work, { db, clock, installation, mail: config.mail });
  const secrets = await demonstrationSecrets(data);
  await fill({ db, clock, installation, secrets, jobs: work }, (done, total) =>
    parentPort?.postMessage({ done, total }),
  );
}
