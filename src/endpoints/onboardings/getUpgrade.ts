import { z } from "zod";
import { planners } from "@/access/roles";
import { InvalidInput } from "@/errors";
import { previewUpgrade } from "@/operations/upgrade/previewUpgrade";
import { defineEndpoint } from "../defineEndpoint";

const version = z.coerce.number().int().positive().max(1_000_000).nullable();

export const getUpgrade = defineEndpoint({
	method: "get",
	path: "/:id/upgrade",
	allow: planners,
	handle: async ({ req, id }) => {
		const asked = version.safeParse(req.searchParams?.get("version") ?? null);
		if (!asked.success) throw new InvalidInput([{ path: "version", message: "is not a version." }]);
		const {
			release: _,
			onboarding: __,
			...preview
		} = await previewUpgrade({ req, onboardingId: id, version: asked.data });
		return preview;
	},
});
