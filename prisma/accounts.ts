import { hashPassword } from 'better-auth/crypto';
import type { ClientBase } from 'pg';

export type NewAccount = {
  name: string;
  email: string;
  password: string;
  roles: readonly string[];
  /** 0 nothing classified, 1 OFFICIAL, 2 SECRET, 3 TOP SECRET. */
  clearanceRank: number;
  allOrganisations: boolean;
};

/**
 * Inserts a person who can sign in with a password, with their roles, in one transaction or in the
 * caller's. For samples and tests, as the owner of the database: people are otherwise invited.
 * @returns the id of the user
 */
export async function createAccount(owner: ClientBase, account: NewAccount): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    `with person as (
       insert into "user" (name, email, clearance_rank, all_organisations)
       values ($1, lower($2), $3, $4) returning id
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
      account.clearanceRank,
      account.allOrganisations,
      await hashPassword(account.password),
      account.roles,
    ],
  );
  const [person] = rows;
  if (!person) throw new Error(`No account was made for ${account.email}.`);
  return person.id;
}
