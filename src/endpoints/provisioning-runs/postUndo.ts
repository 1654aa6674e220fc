import { z } from "zod";
import { undoProvisioning } from "@/operations/runs/undoProvisioning";
import { defineEndpoint } from "../defineEndpoint";
import { reason, runners } from "../fields";

export const postUndo = defineEndpoint({
	method: "post",
	path: "/:id/undo",
	allow: runners,
	body: z.object({ reason, confirm: z.string("Type the name to confirm.") }),
	handle: ({ req, id, body }) => undoProvisioning({ req, runId: id, ...body }),
});
