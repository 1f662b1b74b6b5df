/** The door of imported history: reading somebody's file into rows nobody may bundle. */
export { builtIn } from './built-in.ts';
export { type Imported, importReports } from './import.ts';
export { readMapping, type Wrong } from './mapping.ts';
export {
  type ImportedReport,
  type MaybeAsked,
  onlyAsked,
  type Reason,
} from './model.ts';
export { readBox } from './point.ts';
export { unnamed } from './row.ts';
export { type Mapping, MappingShape } from './shape.ts';
export { type ImportedReader, importedReader } from './store.ts';
