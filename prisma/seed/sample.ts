import pg from 'pg';
import { createAccount } from '../accounts.ts';
import { type PersonKey, people } from './people.ts';
import { playScenes, type Scene } from './scene.ts';
import { advisoryScenes } from './scenes-advisories.ts';
import { changeScenes } from './scenes-changes.ts';
import { decisionScenes } from './scenes-decisions.ts';
import { registerScenes } from './scenes-register.ts';

export type SampleOptions = {
  /** Of all sample accounts. */
  password: string;
  /** The day that the story is told on; now unless given. */
  today?: Date;
};

/**
 * Loads the sample register and its accounts in one transaction. Leaves alone a register that holds
 * an organisation or a person of its own, so that it never adds known passwords to a real one.
 */
export async function loadSampleRegister(
  ownerUrl: string,
  { password, today = new Date() }: SampleOptions,
): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query('begin');
    // Two that start at once must not both find it empty.
    await owner.query('select register_write_lock()');
    if (await isInUse(owner)) return;
    const userIds = new Map<PersonKey, string>();
    const scenes = [
      accountsScene(userIds, password),
      ...registerScenes(today),
      ...advisoryScenes(today),
      ...changeScenes(today),
      ...decisionScenes(today),
    ];
    await playScenes(owner, scenes, userIds, today);
    await owner.query('commit');
  } finally {
    // Ending the session rolls back what was not committed.
    await owner.end();
  }
}

async function isInUse(owner: pg.Client): Promise<boolean> {
  const { rows } = await owner.query<{ used: boolean }>(
    `select exists (select from organisation) or exists (select from "user" where email <> all($1)) as used`,
    [Object.values(people).map(({ email }) => email)],
  );
  return rows[0]?.used ?? true;
}

/** Makes the accounts that are missing, and puts the ids of all into `userIds`. */
function accountsScene(userIds: Map<PersonKey, string>, password: string): Scene {
  return {
    day: -195,
    reason: 'Sample accounts',
    play: async (owner) => {
      const { rows } = await owner.query<{ id: string; email: string }>(
        'select id, email from "user"',
      );
      const existing = new Map(rows.map(({ id, email }) => [email, id]));
      for (const key of Object.keys(people) as PersonKey[]) {
        const person = people[key];
        const id =
          existing.get(person.email) ?? (await createAccount(owner, { ...person, password }));
        userIds.set(key, id);
      }
    },
  };
}
