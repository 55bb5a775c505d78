/** All of them fictional. */
export const organisations = [
  { name: 'Ministry of Illustrative Affairs', kind: 'department' },
  { name: 'Department for Sample Services', kind: 'department' },
  { name: 'Example Signals Agency', kind: 'agency' },
  { name: 'Specimen Border Agency', kind: 'agency' },
  { name: 'Regulator of Example Markets', kind: 'regulator' },
  { name: 'Placeholder Bank plc', kind: 'bank' },
  { name: 'Example Water and Light', kind: 'critical_infrastructure' },
  { name: 'Exampleshire County Council', kind: 'local_authority' },
] as const;

export type OrganisationName = (typeof organisations)[number]['name'];
