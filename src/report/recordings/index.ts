/** Recordings of the questions, made by the organisation itself. */
export { Listen } from './listen.tsx';
export { anyRecording, biggest, type FindRecording, recommended } from './model.ts';
export { type Recording, type Recordings, readRecordings, recordings } from './read.ts';
