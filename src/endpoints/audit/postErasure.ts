import { z } from "zod";
import { erasers } from "@/operations/audit/auditRoles";
import { erasePersonFromRecord } from "@/operations/audit/erasePersonFromRecord";
import { inTransaction } from "@/operations/inTransaction";
import { defineEndpoint } from "../defineEndpoint";
import { reason } from "../fields";

/** `POST /api/audit/erase-person`: what the record says about a person can never be read again. */
export const postErasure = defineEndpoint({
	method: "post",
	path: "/audit/erase-person",
	allow: erasers,
	body: z.object({ email: z.string().max(320), confirm: z.string().max(320), reason }),
	handle: ({ req, body }) => inTransaction(req, () => erasePersonFromRecord({ req, ...body })),
});
