/** The door of backup: everything needed, in one sealed file, and back. */
export { openable, readApart, writeApart } from './apart.ts';
export { readThrough, type Through } from './check.ts';
export { age, away, type Copied, copied, copying, found, tidy } from './folder.ts';
export { keeping } from './keeping.ts';
export { mostDays, type Named, readName } from './model.ts';
export { type Rehearsed, type Rehearsing, rehearse } from './rehearse.ts';
export { manifestOf, type Restored, type Restoring, restore } from './restore.ts';
export type { Apart, Proof, Replayed, Rooms } from './rooms.ts';
export { hasShape, sizeOf, sumBeside, sumOf } from './sealed-file.ts';
export { type Made, type Making, makeBackup } from './write.ts';
