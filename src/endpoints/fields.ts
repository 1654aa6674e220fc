import { z } from "zod";

/** Why a person did it: asked for wherever a decision is recorded. */
export const reason = z.string().trim().min(3, "Say why, in a few words.").max(2000);

/** Who decides on held payments. */
export const deciders = ["admin", "ops", "finance"] as const;
