/** The demonstration: begun in an empty folder, furnished, and filled in the background. */
export { createDemonstration, demonstrationSecrets, type Secrets } from './begin.ts';
export { type Filling, fill, isFilled } from './fill.ts';
export { type Filled, fillBeside } from './fill-beside.ts';
export { furnish, type Stage } from './furnish.ts';
export { type DemoLink, demoLinks, linkLines } from './links.ts';
