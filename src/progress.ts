/** Does a slow step, and shows it with its time. */
export type Progress = <T>(step: string, work: () => Promise<T>) => Promise<T>;

/** Shows steps as one line each, such as `Building the database ... 12 s`; on a terminal the seconds count up. */
export const progressOn =
  (out: NodeJS.WriteStream): Progress =>
  async (step, work) => {
    const start = performance.now();
    const time = () => `${((performance.now() - start) / 1000).toFixed(1)} s`;
    const counting = out.isTTY ? setInterval(() => out.write(`\r${step} ... ${time()}`), 1_000) : undefined;
    out.write(`${step} ...`);
    let end = ' failed after';
    try {
      const result = await work();
      end = '';
      return result;
    } finally {
      clearInterval(counting);
      out.write(`${out.isTTY ? `\r${step} ...` : ''}${end} ${time()}\n`);
    }
  };
