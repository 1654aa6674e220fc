import type { Payload } from "payload";
import { env } from "@/env";
import type { StepPorts } from "@/provisioning/ports";
import { systemRequest } from "../inTransaction";
import { portsOf } from "../portsOf";
import { readSettings } from "../settings/readSettings";
import { createRecordPorts } from "./createRecordPorts";

/** Everything steps may reach, for one execution or undoing of a run. */
export async function createStepPorts(payload: Payload): Promise<StepPorts> {
	const { vendorName, supportEmail, firstSteps } = await readSettings(await systemRequest(payload, "provisioning"));
	return {
		product: portsOf({ payload }).product,
		records: createRecordPorts(payload),
		site: {
			serverUrl: env().SERVER_URL,
			vendorName,
			supportEmail: supportEmail ?? null,
			firstSteps: (firstSteps ?? []).map(({ text }) => text),
		},
		now: () => new Date(),
	};
}
