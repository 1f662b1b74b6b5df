/** Support lines, and what a country's law and medicine ask us to say. */
export { type CountryFile, emptyCountryFile, readCountryFile } from './country-file.ts';
export { Danger, OtherWays } from './danger.tsx';
export { SeventyTwoHours } from './five-days.tsx';
export { LineList } from './line-list.tsx';
export {
  type Advice,
  type Country,
  callable,
  type Duty,
  type Line,
  linesForMinors,
  reached,
} from './model.ts';
export { type LinesReader, type LinesWriter, linesReader, linesWriter } from './store.ts';
export { mayWrite, UnderEighteen } from './under-18.tsx';
