/** What a consulted person may answer: they agree, or they have a concern and say which. */
export const stances = ["agree", "concern"] as const;
export type Stance = (typeof stances)[number];
