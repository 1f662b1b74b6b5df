/** What reads English: grammar and counted model in one file, loaded when somebody who writes pauses for the first time. */
import { english } from '../talk/english/index.ts';
import weights from '../talk/weights/en.json';
import { reading } from './reconsider/reading.ts';

export const { classify, look, prepare } = reading(english, weights);
