import { Command } from 'commander';
import { Fatal } from '../fatal.js';
import { rotateSecrets, type Rotation } from '../two-factor/rotate-secrets.js';
import { run } from './run.js';

const step = 100;

const tell = (done: number, all: number) => {
  if (done % step === 0 || done === all) process.stderr.write(`Re-encrypted ${done} of ${all}\n`);
};

const plural = (count: number) => (count === 1 ? '1 secret' : `${count} secrets`);

/** What only the administrator can mend; the other secrets are re-encrypted all the same. */
function problems({ unreadable, keys }: Rotation): string[] {
  const missing = keys.filter(({ configured }) => !configured);
  return [
    ...missing.map(
      ({ id, secrets }) =>
        `key "${id}" is not in SECRET_KEYS, and ${plural(secrets)} cannot be read without it`,
    ),
    ...(unreadable.length > 0
      ? [
          `the secret of these accounts does not open, it was altered or SECRET_KEYS has another key under its id: ${unreadable.join(', ')}`,
        ]
      : []),
  ];
}

function useOf({ id, secrets }: Rotation['keys'][number], isNewest: boolean): string {
  if (isNewest) return `Key "${id}" encrypts ${plural(secrets)}, and every new one.`;
  return secrets > 0
    ? `Key "${id}" still encrypts ${plural(secrets)}: keep it, and run this again.`
    : `Key "${id}" is no longer used by any account. Remove it from SECRET_KEYS 30 minutes after every portal started with the newest key: what sessions hold under it has expired by then.`;
}

const sentences = ({ reencrypted, keys }: Rotation) =>
  [`Re-encrypted ${plural(reencrypted)}.`, ...keys.map((key, i) => useOf(key, i === 0))].join('\n');

export const secretsCommand = new Command('secrets').description('what encrypts the two-factor secrets');

secretsCommand
  .command('rotate')
  .description(
    're-encrypts all two-factor secrets with the first key of SECRET_KEYS; may be stopped, and started again',
  )
  .option('--json', 'answer with an object that has how many secrets each key encrypts')
  .action(({ json = false }: { json?: boolean }) =>
    run(json, async ({ secretBox }) => {
      const rotation = await rotateSecrets(secretBox, tell);
      const wrong = problems(rotation);
      if (wrong.length > 0) throw new Fatal(wrong.join('; '));
      const { reencrypted } = rotation;
      const keys = rotation.keys.map(({ id, secrets }, i) => ({
        id,
        secrets,
        removable: i > 0 && secrets === 0,
      }));
      return { sentence: sentences(rotation), json: { reencrypted, keys } };
    }),
  );
