import { vendorRoles } from "@/access/roles";
import { parseReportQuery } from "@/domain/portfolio/reportQuery";
import { exportReports } from "@/operations/portfolio/exportReports";
import { csvAnswer } from "../csvAnswer";
import { defineEndpoint } from "../defineEndpoint";

/** `GET /api/exports/reports.csv`: the lines of the report, by playbook and month. */
export const getReportsExport = defineEndpoint({
	method: "get",
	path: "/exports/reports.csv",
	allow: vendorRoles,
	handle: async ({ req }) => {
		const query = parseReportQuery(req.searchParams, new Date().toISOString());
		return csvAnswer("reports", await exportReports({ req, query }));
	},
});
