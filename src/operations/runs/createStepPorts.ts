import type { Payload } from "payload";
import { env } from "@/env";
import type { StepPorts } from "@/provisioning/ports";
import { systemRequest } from "../inTransaction";
import { portsOf } from "../portsOf";
import { readSettings } from "../settings/readSettings";
import { createRecordPorts } from "./createRecordPorts";

/** Everything steps may reach, for one execution or undoing of a run, under the claim that holds it. */
export async function createStepPorts(payload: Payload, runId: string): Promise<(claim: string) => StepPorts> {
	const { vendorName, supportEmail } = await readSettings(await systemRequest(payload, "provisioning"));
	const site = {
		serverUrl: env().SERVER_URL,
		vendorName,
		supportEmail: supportEmail ?? null,
	};
	return (claim) => ({
		product: portsOf({ payload }).product,
		records: createRecordPorts(payload, { runId, claim }),
		site,
		now: () => new Date(),
	});
}
