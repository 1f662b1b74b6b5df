import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { answerTo, terminalTalk } from './terminal.ts';

function piped(text: string) {
  const input = new PassThrough();
  const output = new PassThrough();
  input.end(text);
  return { talk: terminalTalk(input, output), shown: () => String(output.read() ?? '') };
}

describe('answers that are piped in', () => {
  it('are taken one by one, also when all of them came before the first question', async () => {
    const { talk, shown } = piped('one\n  two \n\n');
    expect([await talk.ask('First?'), await talk.ask('Second?'), await talk.ask('Third?')]).toEqual([
      'one',
      'two',
      '',
    ]);
    expect(shown()).toBe('First?\nSecond?\nThird?\n');
    talk[Symbol.dispose]();
  });

  it('that end too early are refused with the question', async () => {
    const { talk } = piped('one\n');
    await talk.ask('First?');
    await expect(talk.ask('Second?')).rejects.toMatchObject({
      code: 'no_answer',
      params: { question: 'Second?' },
    });
  });

  it('are asked for again until one fits; an empty one takes the usual', async () => {
    const { talk, shown } = piped('x\n7\n\n');
    const digit = (text: string) => (/^\d$/.test(text) ? { ok: Number(text) } : 'One digit.');
    expect(await answerTo(talk, { question: 'Which?', fits: digit })).toBe(7);
    expect(await answerTo(talk, { question: 'Which?', usual: '3', fits: digit })).toBe(3);
    expect(shown()).toBe('Which?\nOne digit.\nWhich?\nWhich? [3]\n');
  });
});
