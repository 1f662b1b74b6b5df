/** What Prometheus reads (text format 0.0.4). Every line is one of those written here, with a number behind it. */
import type { Told } from './counts.ts';
import type { Vitals } from './index.ts';

interface Metric {
  name: string;
  help: string;
  type: 'gauge' | 'counter';
  /** Labels, all of them fixed words, and a number; one without a number is left out. */
  samples: readonly (readonly [labels: string, value: number | null])[];
}

const megabytes = (mb: number | null): number | null => (mb === null ? null : mb * 1_000_000);
const seconds = (ms: number | undefined): number | null => (ms === undefined ? null : ms / 1_000);

export function metricsText(vitals: Vitals, { answered, latency }: Told): string {
  const { database, freeMb, memoryMb, stuck, load } = vitals;
  const metrics: readonly Metric[] = [
    one('up', 'Whether the database answers: 1 or 0.', database === null ? 1 : 0, 'upstander_database_'),
    {
      name: 'upstander_answers_total',
      help: 'Answers by class of status; all but 5xx in steps of 100.',
      type: 'counter',
      samples: Object.entries(answered).map(([status, n]) => [`{class="${status}"}`, n]),
    },
    {
      name: 'upstander_answer_seconds',
      help: 'Time to answer, of the last 1,000 answers, looked at every 100.',
      type: 'gauge',
      samples: [
        ['{share="0.5"}', seconds(latency?.half)],
        ['{share="0.95"}', seconds(latency?.most)],
        ['{share="0.99"}', seconds(latency?.nearlyAll)],
      ],
    },
    one(
      'overloaded',
      'Whether pages that can wait are put off: 1 or 0.',
      load === null ? null : Number(load.isHeavy),
    ),
    one('loop_late_seconds', 'By how much the event loop was late, in steps.', seconds(load?.lateMs)),
    one('tasks_stuck', 'Tasks that have waited for more than ten minutes.', stuck?.tasks ?? null),
    one('mails_stuck', 'Mails no server took at the first try.', stuck?.mails ?? null),
    one('memory_bytes', 'Memory of the server process.', megabytes(memoryMb)),
    one('disk_free_bytes', 'Free where the data lies, in steps of 100 MB.', megabytes(freeMb)),
  ];
  return metrics.flatMap(linesOf).join('\n').concat('\n');
}

function one(name: string, help: string, value: number | null, prefix = 'upstander_'): Metric {
  return { name: `${prefix}${name}`, help, type: 'gauge', samples: [['', value]] };
}

function linesOf({ name, help, type, samples }: Metric): string[] {
  const known = samples.filter(([, value]) => value !== null);
  if (known.length === 0) return [];
  return [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} ${type}`,
    ...known.map(([labels, value]) => `${name}${labels} ${value}`),
  ];
}
