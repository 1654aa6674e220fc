import type { PayloadRequest } from "payload";
import { asSystem } from "@/access/authority";
import type { Risk } from "@/payload-types";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";

export type RiskInput = {
	/** What the entry is about: the same thing is never reported twice. */
	key: string;
	kind: Risk["kind"];
	severity: Risk["severity"];
	title: string;
	/** What happened and what to do, in words. */
	detail: string;
	casinoId: string | null;
	onboardingId?: string | null;
	paymentEventId?: string | null;
	invoiceId?: string | null;
	runId?: string | null;
};

const gravity: Readonly<Record<Risk["severity"], number>> = { low: 0, medium: 1, high: 2 };

type Existing = {
	id: string;
	status: Risk["status"];
	severity: Risk["severity"];
	title: string;
	detail: string | null;
};

/**
 * Puts an entry into the real-time queue, in the caller's transaction. One that was resolved and happens again is opened again;
 * one that is still open is brought up to date, and grows graver, never lighter.
 */
export async function raiseRisk({ req, ...risk }: RiskInput & { req: PayloadRequest }): Promise<{ riskId: string }> {
	const sql = await sqlOf(req);
	await sql("SELECT pg_advisory_xact_lock(hashtextextended($1, 1))", [risk.key]);
	const [existing] = await sql<Existing>(
		"SELECT id, status, severity, title, detail FROM risks WHERE key = $1 FOR NO KEY UPDATE",
		[risk.key],
	);
	if (existing && existing.status !== "resolved") {
		await bringUpToDate(req, existing, risk);
		return { riskId: existing.id };
	}
	const data = {
		title: risk.title.slice(0, 240),
		detail: risk.detail,
		kind: risk.kind,
		severity: risk.severity,
		status: "open" as const,
		key: risk.key,
		casino: risk.casinoId,
		onboarding: risk.onboardingId,
		paymentEvent: risk.paymentEventId,
		invoice: risk.invoiceId,
		run: risk.runId,
	};
	const system = asSystem(req, "something needs a person");
	const { id } = existing
		? await req.payload.update({
				collection: slug.risks,
				id: existing.id,
				data: { ...data, resolvedAt: null },
				depth: 0,
				...system,
			})
		: await req.payload.create({ collection: slug.risks, data, depth: 0, ...system });
	return { riskId: id };
}

async function bringUpToDate(req: PayloadRequest, existing: Existing, risk: RiskInput): Promise<void> {
	const title = risk.title.slice(0, 240);
	const severity = gravity[risk.severity] > gravity[existing.severity] ? risk.severity : existing.severity;
	if (title === existing.title && risk.detail === existing.detail && severity === existing.severity) return;
	await req.payload.update({
		collection: slug.risks,
		id: existing.id,
		data: { title, detail: risk.detail, severity },
		depth: 0,
		...asSystem(req, "something needs a person"),
	});
}
