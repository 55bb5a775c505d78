import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import { isoDate } from './day.ts';
import type { DecisionPlan, Evidence, Step, Target } from './decision-plan.ts';
import { antivirusDecisions } from './decisions-antivirus.ts';
import { otherDecisions } from './decisions-other.ts';
import { decisionsByReach } from './decisions-reach.ts';
import { identifier } from './identifier.ts';
import { insertRows } from './rows.ts';
import type { Scene } from './scene.ts';

/**
 * Proposals and their steps, each by the person who took it and under the rules of the database.
 * The last scene reopens what has run out.
 */
export function decisionScenes(today: Date): Scene[] {
  const plans = [...antivirusDecisions, ...decisionsByReach, ...otherDecisions];
  return [
    ...plans.flatMap((plan) => [
      proposalScene(plan, today),
      ...plan.steps.map((step) => stepScene(plan, step)),
    ]),
    {
      day: 0,
      reason: 'Expiry',
      // The database approves only what expires in the future; so this goes one day ahead of it.
      play: (client) => client.query('select expire_decisions($1)', [isoDate(today, 1)]),
    },
  ];
}

function proposalScene(plan: DecisionPlan, today: Date): Scene {
  return {
    ...plan.proposed,
    hour: 10,
    reason: '',
    play: async (client) => {
      const deployments = await deploymentsOf(client, plan);
      await client.query(
        `insert into decision (id, deployment_id, proposal_id, outcome, basis, basis_reason, rationale,
           due_on, expires_on, facts, content_hash, proposed_by_name)
         select proposed.id, proposed.deployment_id, $3, $4, '', $5, $6, $7, $8, f.facts, '', ''
         from unnest($1::uuid[], $2::uuid[]) proposed(id, deployment_id)
         join decision_facts($2) f using (deployment_id)`,
        [
          deployments.map((deployment) => identifier('decision', plan.name, deployment)),
          deployments,
          proposalId(plan),
          plan.outcome,
          plan.basisReason ?? '',
          plan.rationale,
          isoDate(today, plan.dueOn),
          isoDate(today, plan.expiresOn),
        ],
      );
    },
  };
}

function proposalId(plan: DecisionPlan): string {
  return identifier('proposal', plan.name);
}

async function deploymentsOf(client: ClientBase, plan: DecisionPlan): Promise<string[]> {
  const found: string[] = [];
  for (const target of plan.targets) {
    const deployments = await deploymentsOfTarget(client, target);
    if (deployments.length === 0) {
      throw new Error(`Nothing to decide in “${plan.name}”: ${JSON.stringify(target)}`);
    }
    found.push(...deployments);
  }
  return found;
}

async function deploymentsOfTarget(client: ClientBase, target: Target): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select deployment_id as id from register_entry
     where valid_to = 'infinity' and product = any($1) and organisation = $2
       and ($3::text[] is null or system = any($3)) and ($4::text is null or version = $4)
     order by deployment_id`,
    [target.products, target.organisation, target.systems ?? null, target.version ?? null],
  );
  return rows.map(({ id }) => id);
}

function stepScene(plan: DecisionPlan, step: Step): Scene {
  return {
    day: step.day,
    hour: 15,
    by: step.by,
    reason: '',
    play: async (client, at) => {
      const { rows } = await client.query<{ id: string }>(
        'select id from decision where proposal_id = $1',
        [proposalId(plan)],
      );
      const decisions = rows.map(({ id }) => id);
      if (step.evidence) await insertEvidence(client, at, decisions, step.evidence);
      await client.query(
        `insert into decision_event (decision_id, action, to_state, actor_name, comment, content_hash)
         select id, $2, '', '', $3, content_hash from decision where id = any($1)`,
        [decisions, step.action, step.comment ?? ''],
      );
    },
  };
}

async function insertEvidence(
  client: ClientBase,
  at: string,
  decisions: readonly string[],
  evidence: Evidence,
): Promise<void> {
  const { rows } = await client.query<{ id: string; name: string }>(
    'select actor_id() as id, actor_name() as name',
  );
  await insertRows(
    client,
    'evidence',
    decisions.map((decision) => ({
      id: identifier('evidence', decision),
      decision_id: decision,
      ...(evidence.kind === 'link' ? linkColumns(evidence.url) : fileColumns(evidence)),
      added_by: rows[0]?.id,
      added_by_name: rows[0]?.name,
      added_at: at,
    })),
  );
}

function linkColumns(url: string) {
  return {
    kind: 'link',
    url,
    file_name: '',
    media_type: '',
    byte_count: 0,
    sha256: '',
    content: null,
  };
}

function fileColumns({ fileName, text }: Extract<Evidence, { kind: 'file' }>) {
  const content = Buffer.from(text);
  return {
    kind: 'file',
    url: '',
    file_name: fileName,
    media_type: 'text/plain',
    byte_count: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
    content: `\\x${content.toString('hex')}`,
  };
}
