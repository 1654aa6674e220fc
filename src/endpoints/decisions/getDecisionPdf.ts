import { exportDecision } from "@/operations/decisions/exportDecision";
import { defineEndpoint } from "../defineEndpoint";

/** `GET /api/exports/decisions/:id.pdf`: a decision with what was known, to whoever may read it. */
export const getDecisionPdf = defineEndpoint({
	method: "get",
	path: "/exports/decisions/:id.pdf",
	allow: "signedIn",
	handle: async ({ req, id }) => {
		const { name, pdf } = await exportDecision({ req, decisionId: id });
		return new Response(pdf, {
			headers: {
				"Content-Type": "application/pdf",
				"Content-Disposition": `attachment; filename="${name}.pdf"`,
				"Cache-Control": "private, no-store",
				"X-Content-Type-Options": "nosniff",
			},
		});
	},
});
