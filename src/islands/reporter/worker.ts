/** Slow sums away from the page, so that a tap on Leave is answered while they run. */

/** One question, one answer, then the worker is gone. `alone` does the same here where no worker can be had or it fails. */
export function inWorker<Question, Answer>(
  file: string,
  question: Question,
  alone: (question: Question) => Promise<Answer>,
): Promise<Answer> {
  return new Promise<Answer>((resolve) => {
    const here = () => resolve(alone(question));
    try {
      const worker = new Worker(file);
      worker.onmessage = ({ data }: MessageEvent<Answer | null>) => {
        worker.terminate();
        if (data === null) here();
        else resolve(data);
      };
      worker.onerror = () => {
        worker.terminate();
        here();
      };
      worker.postMessage(question);
    } catch {
      here();
    }
  });
}
