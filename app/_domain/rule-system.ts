import { classificationRank } from './classification';
import { type Finding, finding, type MissingFact } from './finding';
import { organisationKindLabels } from './organisation';
import type { RuleCriteria } from './rule';
import type { Situation } from './situation';
import { type SystemPurpose, systemPurposeLabels } from './system';
import { truthOf } from './truth';

/** What the rule's criteria for the system and its organisation came to. */
export function systemFindings(criteria: RuleCriteria, situation: Situation): Finding[] {
  const { system } = situation;
  const findings: Finding[] = [];
  if (criteria.classificationMin || criteria.classificationMax) {
    findings.push(classificationFinding(criteria, system));
  }
  const has = (marking: string) => system.markings.includes(marking);
  if (criteria.markings.length > 0) {
    const held = criteria.markings.filter(has);
    findings.push(
      held.length > 0
        ? finding('yes', `${system.name} is marked ${held.join(' and ')}`)
        : finding('no', `${system.name} is not marked ${criteria.markings.join(' or ')}`),
    );
  }
  if (criteria.exceptMarkings.some(has)) {
    const words = `${system.name} is marked ${criteria.exceptMarkings.filter(has).join(' and ')}`;
    findings.push(finding('no', words));
  }
  if (criteria.purposes.length > 0) findings.push(purposeFinding(criteria.purposes, system, true));
  if (criteria.exceptPurposes.length > 0) {
    findings.push(purposeFinding(criteria.exceptPurposes, system, false));
  }
  if (criteria.organisationKinds.length > 0) {
    const kind = situation.organisationKind;
    const words = `the organisation is of the kind ${organisationKindLabels[kind]}`;
    findings.push(finding(truthOf(criteria.organisationKinds.includes(kind)), words));
  }
  return findings;
}

type System = Situation['system'];

function classificationFinding(
  { classificationMin, classificationMax }: RuleCriteria,
  system: System,
): Finding {
  const least = classificationRank(classificationMin ?? 'OFFICIAL');
  const most = classificationRank(classificationMax ?? 'TOP SECRET');
  if (system.classification === 'UNSETTLED') {
    const words = `${system.name} is labelled ${system.label || 'by another scheme'}, which nobody has settled`;
    return least === 1 && most === 3
      ? finding('yes', words)
      : finding('unknown', words, { missing: [missingOf('classification', system)] });
  }
  const rank = classificationRank(system.classification);
  const { classification } = system;
  if (rank < least) return finding('no', `${classification} is below ${classificationMin}`);
  if (rank > most) return finding('no', `${classification} is above ${classificationMax}`);
  const bounds = [
    classificationMin && `≥ ${classificationMin}`,
    classificationMax && `≤ ${classificationMax}`,
  ];
  return finding('yes', `classification ${classification} ${bounds.filter(Boolean).join(' and ')}`);
}

function purposeFinding(
  asked: readonly SystemPurpose[],
  system: System,
  isRequired: boolean,
): Finding {
  if (system.purposes.length === 0) {
    return finding('unknown', `no purpose of ${system.name} is recorded`, {
      missing: [missingOf('purposes', system)],
    });
  }
  const served = asked.filter((purpose) => system.purposes.includes(purpose));
  const words = (some: readonly SystemPurpose[]) =>
    some.map((purpose) => systemPurposeLabels[purpose].toLowerCase()).join(' or ');
  return served.length > 0
    ? finding(truthOf(isRequired), `${system.name} serves ${words(served)}`)
    : finding(truthOf(!isRequired), `${system.name} does not serve ${words(asked)}`);
}

function missingOf(kind: 'classification' | 'purposes', system: System): MissingFact {
  return { kind, subjectType: 'system', subjectId: system.id, subject: system.name };
}
