import type { PayloadRequest } from "payload";
import { asSystem } from "@/access/authority";
import type { Casino } from "@/payload-types";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";

type Of = { req: PayloadRequest; casinoId: string };

async function lockTenant({ req, casinoId }: Of) {
	const sql = await sqlOf(req);
	const [row] = await sql<{ status: Casino["status"]; companyId: string | null; name: string }>(
		`SELECT status, company_id AS "companyId", name FROM casinos WHERE id = $1::uuid FOR NO KEY UPDATE`,
		[casinoId],
	);
	return row ?? null;
}

async function write({ req, casinoId }: Of, data: Partial<Pick<Casino, "status" | "company">>, why: string) {
	await req.payload.update({ collection: slug.casinos, id: casinoId, data, depth: 0, ...asSystem(req, why) });
}

/** How the casino stands, or null when there is none of that id. */
export async function readTenant({ req, casinoId }: Of) {
	const sql = await sqlOf(req);
	const [row] = await sql<{ status: string; companyId: string | null; name: string }>(
		`SELECT status, company_id AS "companyId", name FROM casinos WHERE id = $1::uuid`,
		[casinoId],
	);
	return row ?? null;
}

/** Binds the casino to its company, where there is one, and marks a prospect as being provisioned. Nothing changes the second time. */
export async function claimTenant(input: Of & { companyId: string | null }): Promise<void> {
	const tenant = await lockTenant(input);
	if (!tenant) return;
	const needsCompany = tenant.companyId === null && input.companyId !== null;
	const isProspect = tenant.status === "prospect";
	if (!needsCompany && !isProspect) return;
	await write(
		input,
		{ ...(needsCompany ? { company: input.companyId } : {}), ...(isProspect ? { status: "provisioning" } : {}) },
		"provisioning began",
	);
}

/** Back to prospect, when its provisioning is undone. */
export async function releaseTenant(input: Of): Promise<void> {
	const tenant = await lockTenant(input);
	if (tenant && tenant.status !== "prospect") await write(input, { status: "prospect" }, "provisioning was undone");
}

/** Provisioned and access verified. */
export async function markLive(input: Of): Promise<void> {
	const tenant = await lockTenant(input);
	if (tenant?.status === "provisioning") await write(input, { status: "live" }, "provisioned and access verified");
}
