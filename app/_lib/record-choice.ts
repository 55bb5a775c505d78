/** One record that a picker for several offers. */
export interface RecordChoice {
  id: string;
  name: string;
  /** What tells it from others of its name, shown beside it; '' for nothing. */
  note: string;
}

/** What is chosen: a record, or without an id a name for which none is recorded. */
export interface ChosenRecord {
  id: string | null;
  name: string;
}
