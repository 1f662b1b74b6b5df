/** A recording does not say which program made it, on which phone, or when. */
import type { FileType } from './model.ts';
import { blankMp4 } from './mp4.ts';
import { blankOgg } from './ogg.ts';
import { blankWebm } from './webm.ts';

const blanks: Partial<Record<FileType, (content: Uint8Array) => void>> = {
  'audio/webm': blankWebm,
  'audio/mp4': blankMp4,
  'audio/ogg': blankOgg,
};

/** The same array, as long as before. */
export function withoutMakers(type: FileType, content: Uint8Array): Uint8Array {
  blanks[type]?.(content);
  return content;
}
