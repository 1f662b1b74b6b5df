/** A server that is killed, and its database, and stands again on the same data. */
import { setTimeout as pause } from 'node:timers/promises';
import { gone, postmaster, type Started, start } from './house.ts';

export interface House extends AsyncDisposable {
  url(): Promise<string>;
  /** The sign-in link it printed for Ines. */
  inesLink(): Promise<string>;
  data: string;
  killServer(): Promise<void>;
  killDatabase(): Promise<void>;
}

/** `port`: the same after each kill; without one another each time. */
export async function standing(data: string, { port = 0 } = {}): Promise<House> {
  const run = () => start({ data, env: { TRUST_PROXY: '127.0.0.1,::1', PORT: String(port) } });
  let server: Started = run();
  await server.url;
  return {
    data,
    url: () => server.url,
    async inesLink() {
      for (;;) {
        const link = /Ines, caseworker\s+(\S+)/.exec(server.said())?.[1];
        if (link !== undefined) return link;
        await pause(50);
      }
    },
    async killServer() {
      server.kill('SIGKILL');
      await server.ended;
      server = run();
      await server.url;
    },
    async killDatabase() {
      const pid = postmaster(data);
      process.kill(pid ?? 0, 'SIGKILL');
      await gone(pid);
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}
