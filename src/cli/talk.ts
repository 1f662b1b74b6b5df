/** `upstander talk`: what posts are about and which moves pull the talk away; how well it knows; learning from decisions. */
import type { Called, Command } from './command.ts';
import { classifyLines } from './talk-classify.ts';
import { evaluate } from './talk-eval.ts';
import { goBack, learn } from './talk-learn.ts';
import { thread } from './talk-thread.ts';

const usage = [
  'talk classify < posts.jsonl',
  'talk thread <file …> [--page en|ar] [--out page.html]',
  'talk thread <file …> --quotes --reason "…"',
  'talk eval <file.tsv> [--lang en|ar]',
  'talk learn <decisions.jsonl>',
  'talk learn --back [--lang en|ar]',
];

export const command: Command = {
  summary: 'which moves pull a conversation away: posts, whole conversations, measuring, learning',
  usage,
  options: {
    lang: { type: 'string', help: 'en or ar; else it is found from each text' },
    shipped: {
      type: 'boolean',
      help: 'with the shipped model, also where this installation has learnt its own',
    },
    page: { type: 'string', help: 'thread: the language of the page, en or ar; else that of most posts' },
    out: { type: 'string', help: 'thread: the page; its figures stand beside it as JSON' },
    quotes: { type: 'boolean', help: 'thread: with people’s words and names; needs a reason' },
    reason: { type: 'string', help: 'thread: why their words are needed; stands on the page' },
    back: { type: 'boolean', help: 'learn: forgets what was learnt last' },
  },
  async run(called) {
    const [what = '', ...args] = called.args;
    const run = runs(what, args.length, called);
    if (run === undefined) {
      return { data: { usage }, text: usage.map((form) => `upstander ${form}`).join('\n'), failed: true };
    }
    return await run(called);
  },
};

type Run = (called: Called) => ReturnType<Command['run']>;

function runs(what: string, args: number, { options }: Called): Run | undefined {
  if (what === 'classify' && args === 0) return classifyLines;
  if (what === 'thread' && args > 0) return thread;
  if (what === 'eval' && args === 1) return evaluate;
  if (what === 'learn' && options.back === true && args === 0) return goBack;
  if (what === 'learn' && options.back !== true && args === 1) return learn;
  return undefined;
}
