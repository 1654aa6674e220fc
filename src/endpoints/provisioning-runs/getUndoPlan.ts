import { readUndoPlan } from "@/operations/runs/undoProvisioning";
import { defineEndpoint } from "../defineEndpoint";
import { runners } from "../fields";

export const getUndoPlan = defineEndpoint({
	method: "get",
	path: "/:id/undo-plan",
	allow: runners,
	handle: ({ req, id }) => readUndoPlan({ req, runId: id }),
});
