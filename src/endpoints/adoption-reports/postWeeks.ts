import { z } from "zod";
import { customerRoles } from "@/access/roles";
import { lastWeek } from "@/domain/adoption/weekOf";
import { postWeek } from "@/operations/adoption/postWeek";
import { defineEndpoint } from "../defineEndpoint";
import { day } from "../fields";

/** As much as a report holds. */
const count = z.int().min(0).max(10_000_000);

/** `POST /api/adoption-reports/weeks`: a week's figures, posted with a key of the casino's (`adoption-reports:write`). */
export const postWeeks = defineEndpoint({
	method: "post",
	path: "/weeks",
	allow: "signedIn",
	body: z
		.strictObject({
			onboarding: z.uuid().optional(),
			week: z.int().min(1).max(lastWeek),
			startsOn: day.refine((text) => text.startsWith("20"), "is no date of this century.").optional(),
			shiftsRecorded: count,
			shiftsInScope: count,
			tablesUsed: count,
			tablesInScope: count,
			entries: count,
			exceptions: count.default(0),
			activeStaff: z
				.array(z.strictObject({ role: z.enum(customerRoles), people: count }))
				.max(customerRoles.length)
				.default([]),
			medianSeconds: count.optional(),
			note: z.string().max(4000).optional(),
		})
		.refine(({ shiftsRecorded, shiftsInScope }) => shiftsRecorded <= shiftsInScope, {
			path: ["shiftsRecorded"],
			message: "is more than was in scope.",
		})
		.refine(({ tablesUsed, tablesInScope }) => tablesUsed <= tablesInScope, {
			path: ["tablesUsed"],
			message: "is more than was in scope.",
		}),
	handle: ({ req, body: { onboarding, week, startsOn, ...figures } }) =>
		postWeek({
			req,
			onboardingId: onboarding ?? null,
			week,
			startsOn: startsOn ?? null,
			figures,
		}),
});
