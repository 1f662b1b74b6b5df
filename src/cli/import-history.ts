/** `upstander import`: what others collected, and the mapping that says how to read it. */
import { builtIn, MappingShape } from '../report/index.ts';
import type { Answer, Command } from './command.ts';
import { importFile } from './import-reports.ts';

export const command: Command = {
  summary: 'old reports of another map, as history nobody was asked about; a second run imports nothing',
  usage: [
    'import reports <file.csv> --map <harassmap | ushahidi | my.json> [--dry-run] [--refused file.csv]',
    'import reports <file.csv> --map ushahidi --within=<south,west,north,east> [--source name]',
    'import mapping <harassmap | ushahidi>',
    'import mapping schema',
  ],
  options: {
    map: {
      type: 'string',
      help: 'how the file is read: a name, or a mapping file of your own (docs/import.md)',
    },
    within: {
      type: 'string',
      help: 'the country as south,west,north,east in degrees, instead of the mapping’s',
    },
    source: {
      type: 'string',
      help: 'a name of its own for this file’s source, where two places use one form',
    },
    'dry-run': { type: 'boolean', help: 'say what would be done; the database stays as it is' },
    refused: { type: 'string', help: 'where refused rows are written; in the data folder unless named' },
  },
  async run(called) {
    const [what, named, ...more] = called.args;
    if (what === 'reports' && named !== undefined && more.length === 0) return importFile(called, named);
    if (what === 'mapping' && named !== undefined && more.length === 0) return shown(named);
    const { usage } = command;
    return { data: { usage }, text: usage.map((form) => `upstander ${form}`).join('\n'), failed: true };
  },
};

/** A mapping to begin one's own from; the newest where a name stands for several. */
function shown(name: string): Answer {
  const found =
    name === 'schema' ? MappingShape : Object.hasOwn(builtIn, name) ? builtIn[name]?.at(-1) : null;
  if (!found) {
    const known = Object.keys(builtIn).join(', ');
    return {
      data: { name },
      text: `There is no mapping ${name}. There are: ${known}, schema.`,
      failed: true,
    };
  }
  return { data: found, text: JSON.stringify(found, null, 2) };
}
