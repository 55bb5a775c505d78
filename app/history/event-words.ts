/*
 * Words for what stands in the history by a code. The lists are open: what they do not know, such as
 * an act of an earlier version, is shown by its code, made readable.
 */

const entities: Readonly<Record<string, string>> = {
  access_group: 'Need-to-know group',
  access_group_member: 'Member of a need-to-know group',
  account: 'Account',
  advisory: 'Advisory',
  advisory_return: 'Nil return',
  api_token: 'API token',
  authenticator: 'Authenticator app',
  clearance_request: 'Clearance asked for',
  decision: 'Decision',
  decision_event: 'Step of a decision',
  deployment: 'Deployment',
  evidence: 'Evidence',
  group_role: 'Role of a group',
  import_batch: 'Import',
  import_mapping: 'Saved mapping',
  organisation: 'Organisation',
  origin_fact: 'Origin fact',
  ownership_link: 'Ownership',
  passkey: 'Passkey',
  permission: 'Permission',
  product: 'Product',
  product_component: 'Embedded product',
  register_entry: 'Register',
  request: 'Request',
  role_assignment: 'Role of a user',
  setting: 'Settings',
  supplier: 'Supplier',
  supplier_alias: 'Other name of a supplier',
  system: 'System',
  user: 'User',
  user_organisation: 'Organisation of a user',
};

const actions: Readonly<Record<string, string>> = {
  break_glass: 'Break-glass account used',
  insert: 'Added',
  update: 'Changed',
  delete: 'Deleted',
  download: 'Downloaded',
  export: 'Exported',
  import: 'Applied',
  import_accept: 'Countries accepted',
  import_map: 'Columns chosen',
  import_remove: 'Removed',
  import_settle: 'Names settled',
  import_undo: 'Undone',
  import_upload: 'Uploaded',
  invite: 'Invited',
  link_provider: 'Linked to single sign-on',
  refresh: 'Refreshed by the calendar',
  refused: 'Refused',
  revoke_sessions: 'Sessions ended',
  set_password: 'Password set',
  second_factor_failed: 'Second factor failed',
  second_factor_remove: 'Second factors removed',
  sign_in: 'Signed in',
  sign_in_begun: 'Password accepted',
  sign_in_blocked: 'Sign-in blocked',
  sign_in_failed: 'Sign-in failed',
  sign_out: 'Signed out',
};

/** What kind of thing an event is about. */
export function entityWords(entity: string): string {
  return entities[entity] ?? wordsOf(entity);
}

/** What was done to it. */
export function actionWords(action: string): string {
  return actions[action] ?? wordsOf(action);
}

/** A code in snake case as words: `due_on` is *Due on*. */
export function wordsOf(code: string): string {
  const words = code.replaceAll('_', ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
