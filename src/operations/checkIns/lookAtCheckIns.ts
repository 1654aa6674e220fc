import type { Payload, PayloadRequest } from "payload";
import { asSystem } from "@/access/authority";
import { sayMomentIn } from "@/domain/calendar/sayMomentIn";
import { lowered } from "@/domain/inWords";
import { completeWords, fillWords, findCheckInText, type SomeWords } from "@/domain/playbook/words";
import { env } from "@/env";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { inTransaction, systemRequest } from "../inTransaction";
import { queueMessage } from "../messages/queueMessage";
import { portsOf } from "../portsOf";
import { raiseRisk } from "../risks/raiseRisk";
import { resolveRisk } from "../risks/resolveRisk";
import { keepEach } from "../schedule/keepEach";
import { readSettings } from "../settings/readSettings";

/** The key of the risk that an administrator becomes who has never signed in. */
export const noSignInKey = (onboardingId: string) => `no-sign-in:${onboardingId}`;

type Due = {
	id: string;
	day: number;
	casinoId: string;
	casinoName: string;
	timeZone: string;
	onboardingId: string;
	words: SomeWords | null;
	adminName: string | null;
	adminEmail: string | null;
	lastSignInAt: Date | null;
};

/**
 * Does the check-ins of the first week that are due: looks whether the administrator has signed in, writes to them, and
 * calls a person when nobody ever came.
 *
 * @returns how many were done
 */
export async function lookAtCheckIns({ payload, now }: { payload: Payload; now: Date }): Promise<number> {
	const sql = await sqlOf({ payload });
	const due = await sql<{ id: string }>(
		`SELECT k.id FROM check_ins k JOIN onboardings o ON o.id = k.onboarding_id AND o.status <> 'cancelled'
		 WHERE k.kind = 'first_week' AND k.status = 'scheduled' AND k.due_at <= $1 ORDER BY k.due_at LIMIT 200`,
		[now],
	);
	return keepEach(due, async ({ id }) => {
		const req = await systemRequest(payload, "check-in");
		const due = await readDue(req, id);
		// Asked before the transaction: a slow product must not hold locks.
		const seenInProduct = due && !due.lastSignInAt ? await lastSeenInProduct(req, due) : null;
		await inTransaction(req, () => lookAt({ req, id, now, seenInProduct }));
	});
}

async function isLocked(req: PayloadRequest, id: string): Promise<boolean> {
	const sql = await sqlOf(req);
	const locked = await sql(
		"SELECT id FROM check_ins WHERE id = $1::uuid AND status = 'scheduled' FOR UPDATE SKIP LOCKED",
		[id],
	);
	return locked.length > 0;
}

async function readDue(req: PayloadRequest, id: string): Promise<Due | null> {
	const sql = await sqlOf(req);
	const [row] = await sql<Due>(
		`SELECT k.id, k.day::int AS day, c.id AS "casinoId", c.name AS "casinoName", c.timezone AS "timeZone", o.id AS "onboardingId", v.content -> 'words' AS words,
			o.admin_contact_name AS "adminName", o.admin_contact_email AS "adminEmail",
			(SELECT max(u.last_sign_in_at) FROM users u WHERE lower(u.email) = lower(o.admin_contact_email)) AS "lastSignInAt"
		 FROM check_ins k JOIN onboardings o ON o.id = k.onboarding_id JOIN casinos c ON c.id = k.casino_id
		 LEFT JOIN playbook_versions v ON v.playbook_id = o.playbook_id AND v.version = o.playbook_version WHERE k.id = $1::uuid`,
		[id],
	);
	return row ?? null;
}

async function lookAt(input: {
	req: PayloadRequest;
	id: string;
	now: Date;
	seenInProduct: string | null;
}): Promise<void> {
	const { req, id, now, seenInProduct } = input;
	const due = (await isLocked(req, id)) ? await readDue(req, id) : null;
	if (!due) return;
	const seenAt = due.lastSignInAt?.toISOString() ?? seenInProduct;
	const hasSignedIn = seenAt !== null;
	const seen = seenAt && `The administrator was last seen on ${sayMomentIn(seenAt, due.timeZone)}.`;
	const written = due.adminEmail
		? await writeToAdministrator(req, due, due.adminEmail, hasSignedIn)
		: "Nobody was written to: no admin contact is named.";
	const key = noSignInKey(due.onboardingId);
	if (seen) await resolveRisk({ req, key, resolution: seen });
	else await callSomebody(req, due, { key, written });
	await req.payload.update({
		collection: slug.checkIns,
		id,
		data: {
			status: hasSignedIn ? "done" : "attention",
			lookedAt: now.toISOString(),
			outcome: seen ? `${seen} ${written}` : `The administrator has never signed in. ${written} A risk is open.`,
		},
		depth: 0,
		...asSystem(req, "check-in"),
	});
}

/** @returns in one sentence that they were written to; a message that is held has reached nobody */
async function writeToAdministrator(req: PayloadRequest, due: Due, to: string, hasSignedIn: boolean): Promise<string> {
	const { vendorName, supportEmail } = await readSettings(req);
	const signInUrl = `${env().SERVER_URL}/sign-in`;
	const question = findCheckInText(completeWords(due.words), due.day);
	const { isHeld } = await queueMessage({
		req,
		key: `check-in:${due.id}`,
		template: "check_in",
		to,
		casinoId: due.casinoId,
		data: {
			casinoName: due.casinoName,
			recipientName: due.adminName,
			day: due.day,
			hasSignedIn,
			question: fillWords(question, { name: due.adminName ?? to, workspace: due.casinoName, address: signInUrl }),
			signInUrl,
			contact: supportEmail ? { name: vendorName, email: supportEmail } : null,
		},
	});
	return isHeld ? "The message to them is held: there is no mail server." : "They were written to.";
}

async function callSomebody(
	req: PayloadRequest,
	due: Due,
	{ key, written }: { key: string; written: string },
): Promise<void> {
	await raiseRisk({
		req,
		key,
		kind: "no_sign_in",
		severity: due.day >= 7 ? "high" : "medium",
		title: `${due.casinoName}: the administrator has not signed in by day ${due.day}`,
		detail: due.adminEmail
			? `${due.adminName} (${due.adminEmail}): ${lowered(written)} Call them, and send the invitation again if it has expired.`
			: "The onboarding names no admin contact any more. Name one, and invite them.",
		casinoId: due.casinoId,
		onboardingId: due.onboardingId,
	});
}

/** The product may be out of reach on the day: what Keyturn itself saw then decides. */
async function lastSeenInProduct(req: PayloadRequest, { casinoId, adminEmail }: Due): Promise<string | null> {
	if (!adminEmail) return null;
	try {
		return await portsOf(req).product.lastSeenAt({ casinoId, email: adminEmail });
	} catch (error) {
		req.payload.logger.warn({ err: error, msg: "The product could not say when the administrator was last seen" });
		return null;
	}
}
