/** Starts bare.ts as a process of its own, as the server it is compared with. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { type Phones, phones } from './phones.ts';

export async function bareServer(databaseUrl: string): Promise<{ phones: Phones } & AsyncDisposable> {
  const child = spawn(process.execPath, [resolve('bench/lib/bare.ts'), databaseUrl], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [port] = (await once(child.stdout, 'data')) as [Buffer];
  const sending = phones(`http://127.0.0.1:${port.toString().trim()}`);
  return {
    phones: sending,
    async [Symbol.asyncDispose]() {
      await sending[Symbol.asyncDispose]();
      child.kill();
      await once(child, 'close');
    },
  };
}
