import type { Payload } from "payload";
import type { VendorPorts } from "@/provisioning/ports";

/** The vendor adapters that the composition root built and put into the configuration. */
export function portsOf(req: { payload: Pick<Payload, "config"> }): VendorPorts {
	return req.payload.config.custom.ports as VendorPorts;
}
