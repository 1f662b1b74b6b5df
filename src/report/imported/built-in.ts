/** The mappings that come with us. One name may stand for several exports: the first whose columns are there is taken. */
import harassmap from './mappings/harassmap.json';
import ushahidi2 from './mappings/ushahidi-2.json';
import ushahidi3 from './mappings/ushahidi-3.json';

/** Unread: they pass through `readMapping` as anybody's do. */
export const builtIn: Readonly<Record<string, readonly unknown[]>> = {
  harassmap: [harassmap],
  ushahidi: [ushahidi2, ushahidi3],
};
