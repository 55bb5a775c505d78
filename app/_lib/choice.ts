/** One record that a picker offers. */
export interface Choice {
  value: string;
  label: string;
}

/** How many a picker shows at once; more are found by typing. */
export const choiceCount = 20;
