import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

/** Mocha's own report, and the counts for who started the run. */
export default class Reporter extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    const file = process.env.TEST_COUNTS;
    runner.once('end', () => {
      if (file !== undefined) writeFileSync(file, JSON.stringify(this.stats));
    });
  }
}
