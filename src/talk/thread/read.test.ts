import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../../platform/refusal.ts';
import { htmlText } from './html.ts';
import { readThread } from './read.ts';
import { whenOf } from './when.ts';

const told = 'A man followed me from the tram.';
const json = (value: unknown) => JSON.stringify(value);
const ids = (content: string) => readThread('a file', content).posts.map(({ id, parent }) => [id, parent]);

function refusal(content: string): { code: string; params: Refusal['params'] } {
  try {
    readThread('mine.txt', content);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('It was read.');
}

describe('each form is recognised', () => {
  test('Mastodon: what came before and after, HTML as text', () => {
    const status = (id: string, parent: string | null, minute: string) => ({
      id,
      in_reply_to_id: parent,
      created_at: `2026-11-22T10:${minute}:00.000Z`,
      language: 'en',
      content: `<p><span class="h-card">@<a href="x"><span>noor</span></a></span> A &amp; B<br>C</p><script>bad()</script>`,
      account: { id: '1', acct: 'amal@example.org' },
    });
    const thread = readThread(
      'a',
      json({
        ancestors: [status('1', null, '00')],
        descendants: [status('3', '2', '09'), status('2', '1', '05')],
      }),
    );
    expect(thread.source).toBe('mastodon');
    expect(thread.posts.map(({ id, parent }) => [id, parent])).toEqual([
      ['1', null],
      ['2', '1'],
      ['3', '2'],
    ]);
    expect(thread.posts[0]).toMatchObject({ text: '@noor A & B\nC', author: 'amal@example.org', lang: 'en' });
    expect(readThread('a', json(status('1', null, '00'))).source).toBe('mastodon');
  });

  test('Bluesky: above, below, and what is blocked', () => {
    const node = (n: number, parent: number | null, more = {}) => ({
      $type: 'app.bsky.feed.defs#threadViewPost',
      post: {
        uri: `at://${n}`,
        author: { did: 'did:plc:a', handle: 'amal.test' },
        record: {
          text: told,
          createdAt: `2026-11-22T10:0${n}:00Z`,
          langs: ['ar-EG'],
          ...(parent === null ? {} : { reply: { parent: { uri: `at://${parent}` } } }),
        },
      },
      ...more,
    });
    const blocked = { $type: 'app.bsky.feed.defs#blockedPost', uri: 'at://9', blocked: true };
    const thread = readThread(
      'a',
      json({ thread: node(2, 1, { parent: node(1, null), replies: [node(4, 2), blocked, node(3, 2)] }) }),
    );
    expect(thread).toMatchObject({ source: 'bluesky', lacks: 1 });
    expect(thread.posts.map(({ id, parent, lang }) => [id, parent, lang])).toEqual([
      ['at://1', null, 'ar'],
      ['at://2', 'at://1', 'ar'],
      ['at://3', 'at://2', 'ar'],
      ['at://4', 'at://2', 'ar'],
    ]);
  });

  test('Reddit: the tree, what was deleted, what is not in the file', () => {
    const listing = (children: unknown[]) => ({ kind: 'Listing', data: { children } });
    const comment = (name: string, parent: string, body: string, replies: unknown = '') => ({
      kind: 't1',
      data: {
        name,
        parent_id: parent,
        body,
        author: body === '[deleted]' ? '[deleted]' : 'noor',
        created_utc: 1_790_000_000,
        replies,
      },
    });
    const thread = readThread(
      'a',
      json([
        listing([
          {
            kind: 't3',
            data: {
              name: 't3_a',
              title: told,
              selftext: 'It was &gt; 10 minutes.',
              author: 'amal',
              created_utc: 1_789_999_000.5,
            },
          },
        ]),
        listing([
          comment('t1_b', 't3_a', '[deleted]', listing([comment('t1_c', 't1_b', 'I believe you')])),
          { kind: 'more', data: { count: 7, children: ['x'] } },
        ]),
      ]),
    );
    expect(thread).toMatchObject({ source: 'reddit', lacks: 7 });
    expect(thread.posts.map(({ id, text }) => [id, text])).toEqual([
      ['t3_a', `${told}\n\nIt was > 10 minutes.`],
      ['t1_b', ''],
      ['t1_c', 'I believe you'],
    ]);
  });

  test('YouTube: its own export, and what a tool wrote', () => {
    const own =
      'Comment ID,Channel ID,Comment create timestamp,Price,Parent comment ID,Post ID,Video ID,Comment text,Top-level comment ID\n' +
      'U1,C1,2026-01-01T00:00:00Z,0,,,v,"{""text"":""first""},{""text"":"" half""}",\n' +
      'U2,C2,2026-01-02T00:00:00Z,0,U1,,v,"{""takeoutSegments"":[{""text"":""second""}]}",U1\n';
    expect(readThread('a', own)).toMatchObject({
      source: 'youtube',
      posts: [{ text: 'first half' }, { text: 'second', parent: 'U1', author: 'C2' }],
    });
    const tool =
      'cid,text,time,author,channel,votes,time_parsed\nU1,one,2 days ago,@a,C1,0,1700000000\nU1.r,two,1 day ago,@b,C2,0,1700086400\n';
    expect(readThread('a', tool)).toMatchObject({
      source: 'youtube',
      posts: [{ id: 'U1' }, { id: 'U1.r', parent: 'U1', at: '2023-11-15T22:13:20.000Z' }],
    });
  });

  test('X: the archive, without what was only passed on', () => {
    const tweet = (id: string, full_text: string) => ({
      tweet: { id_str: id, full_text, created_at: 'Wed Oct 10 20:19:24 +0200 2018', lang: 'en' },
    });
    const thread = readThread(
      'tweets.js',
      `window.YTD.tweets.part0 = ${json([tweet('1', 'one &lt; two'), tweet('2', 'RT @a: three')])}`,
    );
    expect(thread).toMatchObject({
      source: 'x',
      posts: [{ id: '1', text: 'one < two', at: '2018-10-10T18:19:24.000Z' }],
    });
  });

  test('CSV and JSON Lines of one’s own, with the names people use', () => {
    const csv = 'ID;Reply to;User;Created at;Body\n1;;amal;2026-11-22 10:00;"one; two"\n2;1;noor;;"three"\n';
    expect(readThread('a', csv)).toMatchObject({
      source: 'csv',
      posts: [
        { text: 'one; two', at: '2026-11-22T10:00:00.000Z' },
        { parent: '1', at: null, author: 'noor' },
      ],
    });
    const lines =
      '{"id":1,"text":"one"}\n\n{"id":2,"parent":1,"author":"noor","time":1790000000,"text":"two"}';
    expect(readThread('a', lines)).toMatchObject({
      source: 'jsonl',
      posts: [{ id: '1' }, { id: '2', parent: '1' }],
    });
    expect(readThread('a', '{"text":"one"}').posts).toHaveLength(1);
  });
});

test('posts stand in order of time, each once, and no reply before what it answers', () => {
  const lines = [
    { id: 'c', parent: 'b', time: '2026-01-01', text: 'x' },
    { id: 'b', parent: 'a', time: '2026-01-03', text: 'x' },
    { id: 'a', parent: 'elsewhere', time: '2026-01-02', text: 'x' },
    { id: 'a', parent: null, time: '2026-01-09', text: 'y' },
    { id: 'd', parent: 'e', text: 'x' },
    { id: 'e', parent: 'd', text: 'x' },
  ];
  expect(ids(lines.map(json).join('\n'))).toEqual([
    ['a', null],
    ['b', 'a'],
    ['c', 'b'],
    ['e', null],
    ['d', 'e'],
  ]);
});

describe('a refusal says what was wrong', () => {
  test.each([
    ['{"what": [1, 2]}', 'thread_unknown', {}],
    ['<html></html>', 'thread_unknown', {}],
    ['', 'thread_unknown', {}],
    ['[1, 2', 'thread_broken', {}],
    ['a,b\n"x', 'thread_broken', {}],
    ['name,age\nx,2\n', 'thread_columns', { got: 'name, age' }],
    ['id,text,time\n1,x,22/11/2026\n', 'thread_post', { line: 2, field: 'time', got: '22/11/2026' }],
    ['{"text":"x"}\nnonsense', 'thread_post', { line: 2, got: 'nonsense' }],
    ['{"ancestors":[],"descendants":[]}', 'thread_empty', { form: 'mastodon' }],
    ['id,text\n', 'thread_empty', { form: 'csv' }],
  ])('%j', (content, code, params) => {
    expect(refusal(content)).toMatchObject({ code, params: { file: 'mine.txt', ...params } });
  });

  test('whatever the bytes', () => {
    const form = fc.oneof(
      fc.string(),
      fc.json(),
      fc.json().map((each) => `{"thread":${each}}`),
      fc.json().map((each) => `{"ancestors":[${each}],"descendants":[]}`),
    );
    fc.assert(
      fc.property(form, (content) => {
        try {
          readThread('a', content);
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
        }
      }),
      { numRuns: 400 },
    );
  });
});

test('HTML becomes text: no tag is left, a quotation is marked, nothing is decoded twice', () => {
  expect(htmlText('<p>one</p><blockquote><p>two</p></blockquote><p>three &amp;lt;b&amp;gt; 1 < 2</p>')).toBe(
    'one\n\n> two\n\nthree &lt;b&gt; 1 < 2',
  );
  expect(htmlText('<a title="a > b">x</a><style>p{}</style><!-- c -->&#1605;&#x200f;')).toBe('xم\u200f');
  expect(htmlText('<'.repeat(200_000)).length).toBe(200_000);
  fc.assert(
    fc.property(fc.string(), (text) => {
      const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
      const flat = (value: string) => value.replace(/\s+/g, ' ').trim();
      expect(flat(htmlText(`<p>${escaped}</p>`))).toBe(flat(text));
    }),
  );
});

test('a time is understood or not, and never guessed', () => {
  expect(whenOf('2026-11-22T10:00:00+02:00')).toBe('2026-11-22T08:00:00.000Z');
  expect(whenOf(1_790_000_000_000)).toBe('2026-09-21T14:13:20.000Z');
  expect([whenOf('03/04/2026'), whenOf('2026-02-31'), whenOf('yesterday'), whenOf(true)]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  expect([whenOf(''), whenOf(null), whenOf(undefined)]).toEqual([null, null, null]);
});
