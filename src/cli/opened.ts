/** The installation of a data folder and its database, for a command that needs both. */
import type { Config } from '../platform/config.ts';
import { migrate, openDatabase } from '../platform/db/index.ts';
import { matchInstallation, openInstallation } from '../platform/installation.ts';
import { Refusal } from '../platform/refusal.ts';

/** With every table of this version. The caller closes the database. Refusal 'installation_missing' for an empty folder. */
export async function opened(config: Config) {
  const installation = await openInstallation(config.data);
  if (installation === null) throw new Refusal('installation_missing', { folder: config.data });
  const database = await openDatabase(config, { max: 1 });
  await migrate(database.db);
  await matchInstallation(database.db, installation);
  return { installation, database };
}
