import { z } from "zod";
import { importKinds } from "@/domain/floor/floorImport";
import { importFloor } from "@/operations/floor/importFloor";
import { defineEndpoint } from "../defineEndpoint";

/** Characters: several times five thousand rows of any kind. */
const longestFile = 1_000_000;

/** `POST /api/casinos/:id/floor-import`: previews a CSV file of areas, tables or people, or takes it in, all or nothing. */
export const postFloorImport = defineEndpoint({
	method: "post",
	path: "/:id/floor-import",
	allow: "signedIn",
	body: z.object({
		kind: z.enum(importKinds),
		csv: z.string().max(longestFile, "is larger than a million characters."),
		apply: z.boolean().default(false),
		invite: z.boolean().default(false),
	}),
	handle: ({ req, id, body }) => importFloor({ req, casinoId: id, ...body }),
});
