import { vendorRoles } from "@/access/roles";
import { parseMyWorkQuery } from "@/domain/portfolio/myWorkQuery";
import { exportMyWork } from "@/operations/portfolio/exportMyWork";
import { csvAnswer } from "../csvAnswer";
import { defineEndpoint } from "../defineEndpoint";

/** `GET /api/exports/my-work.csv`: the work that the filters of the screen leave. */
export const getMyWorkExport = defineEndpoint({
	method: "get",
	path: "/exports/my-work.csv",
	allow: vendorRoles,
	handle: async ({ req }) =>
		csvAnswer("my-work", await exportMyWork({ req, query: parseMyWorkQuery(req.searchParams) })),
});
