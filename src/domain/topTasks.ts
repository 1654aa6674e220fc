/** The five tasks a pit boss must complete in under five minutes each: an exit criterion of phase C. */
export const topTasks = ["find_player", "start_session", "record_rating", "add_note", "see_rewards"] as const;
export type TopTask = (typeof topTasks)[number];

/** Seconds. */
export const topTaskLimit = 300;
