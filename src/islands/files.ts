/** Loaded on the step where photos and recordings may stand beside her words. */
export { startFiles } from './reporter/files.ts';
