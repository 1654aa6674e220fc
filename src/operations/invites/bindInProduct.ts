import type { Payload, PayloadRequest } from "payload";
import { asSystem } from "@/access/authority";
import { productRoles } from "@/domain/productRoles";
import { KeyturnError, NotFound, VendorFailed } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { inTransaction, systemRequest } from "../inTransaction";
import { portsOf } from "../portsOf";
import { raiseRisk } from "../risks/raiseRisk";
import { resolveRisk } from "../risks/resolveRisk";

/** Accepted, and waiting for the product. A casino that is not provisioned yet has no product to be bound in. */
const waiting = `FROM staff s JOIN casinos c ON c.id = s.casino_id
	WHERE s.status = 'active' AND s.user_id IS NOT NULL AND s.product_staff_id IS NULL
		AND s.role::text = ANY($1::text[]) AND c.status IN ('provisioning', 'live')`;

const riskKey = (staffId: string) => `product-binding:${staffId}`;

type Waiting = {
	id: string;
	casinoId: string;
	casinoName: string;
	isLive: boolean;
	email: string;
	name: string;
	role: string;
	userId: string;
};

/**
 * Binds somebody who accepted to their staff row in the product. After the acceptance's commit and never in it: the
 * product may be down, and a person must not be kept out of Keyturn for that. The row says whether it is done; both
 * calls to the product answer what is there when they are repeated.
 */
export async function bindInProduct({ payload, staffId }: { payload: Payload; staffId: string }): Promise<void> {
	const req = await systemRequest(payload, "bind in the product");
	const sql = await sqlOf({ payload });
	const [staff] = await sql<Waiting>(
		`SELECT s.id, s.casino_id AS "casinoId", c.name AS "casinoName", c.status = 'live' AS "isLive", s.email, s.name, s.role, s.user_id AS "userId"
		 ${waiting} AND s.id = $2::uuid`,
		[productRoles, staffId],
	);
	if (!staff) return;
	const { product } = portsOf(req);
	const { casinoId, email, name, role, userId } = staff;
	try {
		await product.inviteStaff({ casinoId, email, name, role });
		const bound = await product.acceptStaff({ casinoId, email, name, userId });
		await inTransaction(req, () => recordBinding(req, staffId, bound.staffId));
	} catch (error) {
		await reportRefusal(req, staff, error);
	}
}

/** Binds whoever accepted while the product was down or their casino was still being provisioned. For the schedule. */
export async function bindAcceptedStaff({ payload }: { payload: Payload }): Promise<number> {
	const sql = await sqlOf({ payload });
	const due = await sql<{ id: string }>(`SELECT s.id ${waiting} ORDER BY s.updated_at LIMIT 100`, [productRoles]);
	for (const { id } of due) await bindInProduct({ payload, staffId: id });
	return due.length;
}

async function recordBinding(req: PayloadRequest, staffId: string, productStaffId: string): Promise<void> {
	await req.payload.update({
		collection: slug.staff,
		id: staffId,
		data: { productStaffId },
		depth: 0,
		...asSystem(req, "bind in the product"),
	});
	await resolveRisk({ req, key: riskKey(staffId), resolution: "The product has bound them since." });
}

/** An outage passes, and a tenant that is being provisioned comes: the schedule tries again. A refusal needs a person. */
async function reportRefusal(req: PayloadRequest, staff: Waiting, error: unknown): Promise<void> {
	const { logger } = req.payload;
	if (!(error instanceof KeyturnError)) {
		logger.error({ err: error, msg: `Staff member ${staff.id} could not be bound in the product` });
		return;
	}
	logger.warn({ msg: `Staff member ${staff.id} is not bound in the product yet`, reason: error.publicMessage });
	const comesByItself = error instanceof NotFound ? !staff.isLive : error instanceof VendorFailed && error.isTransient;
	if (comesByItself) return;
	await inTransaction(req, () =>
		raiseRisk({
			req,
			key: riskKey(staff.id),
			kind: "other",
			severity: "medium",
			title: `${staff.casinoName}: ${staff.name} accepted, but the product does not let them in`,
			detail: `${error.publicMessage} Keyturn tries again every minute; put it right in the product.`,
			casinoId: staff.casinoId,
		}),
	);
}
