import type { ClientBase } from 'pg';
import type { Fact } from './catalogue.ts';
import { isoDate } from './day.ts';
import { amberShieldNewOwner } from './links.ts';
import { insertRows } from './rows.ts';
import type { Scene } from './scene.ts';
import { insertOwnerships, supplierFactRows } from './scenes-register.ts';
import {
  amberShieldDevelopersMoved,
  amberShieldSold,
  factsThatTheSaleEnded,
} from './suppliers-story.ts';

const amberShield = 'Example Amber Shield SIA';

/** What changed after decisions had been taken that rest on it. */
export function changeScenes(today: Date): Scene[] {
  return [
    {
      day: amberShieldSold,
      by: 'steward',
      reason: 'Sale of Example Amber Shield completed',
      play: async (client, at) => {
        await endFacts(client, factsThatTheSaleEnded, isoDate(today, amberShieldSold));
        await client.query(
          `update ownership_link set valid_to = $2
           where owned_id = (select id from supplier where name = $1) and valid_to is null`,
          [amberShield, isoDate(today, amberShieldSold)],
        );
        await insertOwnerships(client, at, today, [amberShieldNewOwner]);
        const source = 'Notice of completion of the sale (sample)';
        await insertFacts(
          client,
          at,
          today,
          factsThatTheSaleEnded.map((facet) => ({
            facet,
            country: 'NL',
            source,
            from: amberShieldSold,
          })),
        );
      },
    },
    {
      day: amberShieldDevelopersMoved,
      by: 'steward',
      reason: 'Development of Example Amber Shield moved to Riga',
      play: async (client, at) => {
        await endFacts(client, ['developed'], isoDate(today, amberShieldDevelopersMoved));
        await insertFacts(client, at, today, [
          {
            facet: 'developed',
            country: 'LV',
            source: 'Letter from the supplier, not yet checked on site (sample)',
            confidence: 'probable',
            from: amberShieldDevelopersMoved,
          },
        ]);
      },
    },
    {
      day: -62,
      by: 'steward',
      reason: 'Classification reviewed after the flood exercise',
      play: (client) =>
        client.query(
          `update system set classification = 'SECRET', markings = '{}' where name = 'Reservoir Telemetry'`,
        ),
    },
    {
      day: -1,
      by: 'steward',
      reason: 'Inventory after removals',
      play: (client) =>
        client.query(
          `update deployment set status = 'retired', installations = 0
           where id in (select deployment_id from decision where state = 'done' and outcome in ('remove', 'replace'))`,
        ),
    },
  ];
}

async function endFacts(
  client: ClientBase,
  facets: readonly string[],
  validTo: string | null,
): Promise<void> {
  await client.query(
    `update origin_fact set valid_to = $3
     where supplier_id = (select id from supplier where name = $1) and facet = any($2) and valid_to is null`,
    [amberShield, facets, validTo],
  );
}

async function insertFacts(
  client: ClientBase,
  at: string,
  today: Date,
  facts: readonly Fact[],
): Promise<void> {
  await insertRows(client, 'origin_fact', supplierFactRows(amberShield, facts, at, today));
}
