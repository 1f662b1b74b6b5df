/**
 * The one error a person is meant to read. `code` is stable; `params` carry the value and what was expected;
 * the text comes from the catalogue (`refusal.<code>.title`, `refusal.<code>.help`) in the reader's language.
 * Anything else that is thrown is a bug and shows a reference number only.
 */
const statuses = {
  answer_many: 429,
  answer_not_now: 409,
  ask_changed: 409,
  ask_checks: 422,
  ask_not_draft: 409,
  ask_not_here: 404,
  ask_not_published: 410,
  backup_damaged: 500,
  backup_no_key: 500,
  backup_not_for_you: 500,
  backup_other: 500,
  backup_running: 500,
  backup_unwritten: 500,
  backup_version: 500,
  bad_origin: 403,
  bad_signature: 422,
  body_refused: 422,
  calendar_unreadable: 422,
  chain_refused: 422,
  claim_first: 403,
  claimed_by_other: 409,
  config: 500,
  correction_words: 422,
  data_in_use: 500,
  data_unusable: 500,
  database_as_root: 500,
  database_no_binaries: 500,
  database_not_utf8: 500,
  database_start: 500,
  database_unreachable: 500,
  database_version: 500,
  folder_taken: 500,
  forbidden: 403,
  gone: 410,
  hold_day: 422,
  id_taken: 409,
  import_box: 500,
  import_broke: 500,
  import_busy: 409,
  import_columns: 422,
  import_file: 422,
  import_lacks: 500,
  import_mapping: 500,
  import_no_mapping: 500,
  import_no_readers: 500,
  import_unknown: 422,
  import_unreadable: 500,
  import_within: 500,
  installation_missing: 500,
  intake_closed: 503,
  keys_refused: 422,
  last_reader: 409,
  link_label: 422,
  link_many: 422,
  link_not_yours: 403,
  link_over: 410,
  link_person: 422,
  letter_none: 404,
  link_used: 410,
  link_used_demonstration: 410,
  mail_changed: 409,
  mail_address: 422,
  mail_unreadable: 500,
  name_taken: 409,
  never_asked: 422,
  no_answer: 500,
  no_ask: 422,
  no_mailbox: 409,
  mail_off: 503,
  not_a_demonstration: 500,
  not_found: 404,
  not_loopback: 500,
  not_real: 500,
  not_signed_in: 401,
  number_taken: 409,
  old_key_first: 409,
  passkey_refused: 422,
  personal_data: 422,
  port_taken: 500,
  question_gone: 409,
  readers_changed: 409,
  report_closed: 409,
  report_not_here: 404,
  report_unknown: 404,
  restore_no_withdrawals: 500,
  restore_not_empty: 500,
  restore_unfinished: 500,
  roles_apart: 422,
  same_person: 403,
  schema_newer: 500,
  second_is_first: 403,
  share_wrong: 500,
  terms_days: 422,
  terms_weekend: 422,
  terms_order: 422,
  thread_broken: 422,
  thread_columns: 422,
  thread_empty: 422,
  thread_large: 413,
  thread_mixed: 422,
  thread_post: 422,
  thread_reason: 422,
  thread_unknown: 422,
  told_empty: 422,
  told_late: 409,
  too_large: 413,
  too_many: 429,
  unreadable: 422,
  visit_checker: 422,
  visit_day: 422,
  visit_risk: 422,
  visit_words: 422,
  withdrawn: 410,
  work_missing: 422,
  wrong_code: 422,
  wrong_kind: 500,
} as const satisfies Record<string, number>;

export type RefusalCode = keyof typeof statuses;
export type RefusalParams = Readonly<Record<string, string | number>>;

export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly params: RefusalParams;

  constructor(code: RefusalCode, params: RefusalParams = {}) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.params = params;
  }

  /** HTTP status of the page or JSON answer. */
  get status(): number {
    return statuses[this.code];
  }
}

export const refusalCodes = Object.keys(statuses) as RefusalCode[];
