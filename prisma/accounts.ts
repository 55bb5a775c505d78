import { hashPassword } from 'better-auth/crypto';
import type { ClientBase } from 'pg';

export type NewAccount = {
  name: string;
  email: string;
  password: string;
  roles: readonly string[];
  /** May see up to this: 0 nothing classified, 1 OFFICIAL, 2 SECRET, 3 TOP SECRET. */
  clearanceRank: number;
  allOrganisations: boolean;
  /** Markings of systems that are closed to who does not hold them; none unless given. */
  caveats?: readonly string[];
};

/** The least clearance for each rank. */
const clearances = ['none', 'BPSS', 'SC', 'DV'];

/**
 * Inserts a person who can sign in with a password, with their roles, in one transaction or in the
 * caller's. For samples and tests, as the owner of the database: people are otherwise invited.
 * @returns the id of the user
 */
export async function createAccount(owner: ClientBase, account: NewAccount): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    `with person as (
       insert into "user" (name, email, clearance, all_organisations, caveats)
       values ($1, lower($2), $3, $4, $7) returning id
     ), credential as (
       insert into account (user_id, account_id, provider_id, password)
       select id, id::text, 'credential', $5 from person
     ), held as (
       insert into role_assignment (user_id, role) select id, unnest($6::text[]) from person
     )
     select id from person`,
    [
      account.name,
      account.email,
      clearances[account.clearanceRank],
      account.allOrganisations,
      await hashPassword(account.password),
      account.roles,
      account.caveats ?? [],
    ],
  );
  const [person] = rows;
  if (!person) throw new Error(`No account was made for ${account.email}.`);
  return person.id;
}
