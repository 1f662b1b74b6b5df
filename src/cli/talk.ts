/** `upstander talk`: what posts are about and which moves pull the talk away; how well it knows; learning from decisions. */
import type { Called, Command } from './command.ts';
import { classifyLines } from './talk-classify.ts';
import { adjudicate, agree, code } from './talk-code.ts';
import { evaluate } from './talk-eval.ts';
import { goBack, learn } from './talk-learn.ts';
import { thread } from './talk-thread.ts';

const usage = [
  'talk classify < posts.jsonl',
  'talk thread <file …> [--page en|ar] [--out page.html]',
  'talk thread <file …> --quotes --reason "…"',
  'talk code <file> --as <name> [--page en|ar]',
  'talk code --agree <one.coded.jsonl> <other.coded.jsonl>',
  'talk code --adjudicate <one.coded.jsonl> <other.coded.jsonl> <file> [--out final.tsv]',
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
    page: { type: 'string', help: 'thread, code: the language of the page or screen, en or ar' },
    out: { type: 'string', help: 'thread: the page, its figures beside it as JSON; code: the final set' },
    quotes: { type: 'boolean', help: 'thread: with people’s words and names; needs a reason' },
    reason: { type: 'string', help: 'thread: why their words are needed; stands on the page' },
    as: { type: 'string', help: 'code: who codes; another name for each' },
    agree: { type: 'boolean', help: 'code: how far two coders agree' },
    adjudicate: { type: 'boolean', help: 'code: somebody decides what two coders said differently' },
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
  if (what === 'code' && options.agree === true) return args === 2 ? agree : undefined;
  if (what === 'code' && options.adjudicate === true)
    return args === 3 ? (call) => adjudicate(call) : undefined;
  if (what === 'code' && args === 1) return (call) => code(call);
  if (what === 'eval' && args === 1) return evaluate;
  if (what === 'learn' && options.back === true && args === 0) return goBack;
  if (what === 'learn' && options.back !== true && args === 1) return learn;
  return undefined;
}
