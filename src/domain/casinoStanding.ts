/**
 * How a casino stands with its payments. `voided`: an invoice that opened the gate was withdrawn. `refunded`: all that was
 * paid was given back. `disputed`: a dispute is open; `lost`: one took the money for good.
 */
export const casinoStandings = ["good", "failing", "refunded", "disputed", "voided", "lost"] as const;
export type CasinoStanding = (typeof casinoStandings)[number];
