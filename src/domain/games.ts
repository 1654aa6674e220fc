export const games = ["blackjack", "roulette", "baccarat", "poker", "craps", "other"] as const;
export type Game = (typeof games)[number];
