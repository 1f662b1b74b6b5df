/** Which files an opened report has, as her own sealed items name them: what the server says about files is not asked. */
import { fromUtf8 } from '../../platform/keys/bytes.ts';
import { type NamedFile, namedFiles } from '../../report/files/model.ts';
import type { Opened } from './opening.ts';

export interface FileOf {
  /** The item that names it. */
  item: string;
  /** In that item, from 1. */
  file: number;
  named: NamedFile;
}

export function filesOf({ items }: Pick<Opened, 'items'>): readonly FileOf[] {
  return items
    .filter(({ kind }) => kind === 'told' || kind === 'addition')
    .flatMap(({ name, content }) =>
      namedFiles(content && saidIn(content)).map((named, at) => ({ item: name, file: at + 1, named })),
    );
}

function saidIn(content: Uint8Array): unknown {
  try {
    return (JSON.parse(fromUtf8(content)) as { files?: unknown }).files;
  } catch {
    // What cannot be read is said where its words would stand.
    return null;
  }
}
