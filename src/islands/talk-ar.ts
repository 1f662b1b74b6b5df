/** What reads Arabic: grammar and counted model in one file, loaded when somebody who writes pauses for the first time. */
import { arabic } from '../talk/arabic/index.ts';
import weights from '../talk/weights/ar.json';
import { reading } from './reconsider/reading.ts';

export const { classify, look, prepare } = reading(arabic, weights);
