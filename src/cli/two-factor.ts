import { Command } from 'commander';
import { givenReason } from '../employer/new-people.js';
import { Fatal } from '../fatal.js';
import { resetTwoFactor } from '../two-factor/reset.js';
import { run } from './run.js';

interface Options {
  username: string;
  reason: string;
  json?: boolean;
}

const refusals = {
  unknown: 'nobody has this username',
  'off-already': 'two-factor is off already for this username',
};

export const twoFactorCommand = new Command('two-factor').description('two-factor authentication');

twoFactorCommand
  .command('off')
  .description('switches two-factor off for somebody who lost their phone, an officer for instance')
  .requiredOption('--username <name>')
  .requiredOption('--reason <text>', 'kept in the log')
  .option('--json', 'answer with an object that has the id')
  .action(({ username, reason, json = false }: Options) =>
    run(json, async ({ now, relay }) => {
      const outcome = await resetTwoFactor(username, givenReason(reason), now());
      if (typeof outcome === 'string') throw new Fatal(refusals[outcome]);
      await relay.bring(outcome);
      return {
        sentence: `Two-factor is off for ${username}; their logins have ended.`,
        json: { id: outcome.toString() },
      };
    }),
  );
