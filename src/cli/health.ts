/** `upstander health`: whether the server of this machine is well, by its own word. For a container's health check too. */
import type { Config } from '../platform/config.ts';
import { askOutside, whyNot } from '../platform/http/index.ts';
import { waysFrom } from '../platform/ways.ts';
import type { Command } from './command.ts';

export const command: Command = {
  summary: 'asks the running server whether it is well',
  usage: ['health'],
  async run({ config }) {
    const found = await heardFrom(config);
    return { data: found, text: found.said, failed: !found.well };
  },
};

const nextStep = `${waysFrom().command('doctor')} says what to do.`;

async function heardFrom(config: Pick<Config, 'host' | 'port'>): Promise<{ well: boolean; said: string }> {
  const at = `http://${reachable(config.host)}:${config.port}/healthz`;
  try {
    const { status, text } = await askOutside(at);
    const well = status === 200;
    return { well, said: well ? 'It is well.' : `Not well: ${text.trim().slice(0, 200)}. ${nextStep}` };
  } catch (error) {
    return { well: false, said: `Nobody answers at ${at} (${whyNot(error)}). Is it started? ${nextStep}` };
  }
}

/** A server that listens on every address is asked on this machine's own. */
function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}
