import type { PayloadRequest } from "payload";
import { unknownPlaces } from "@/domain/playbook/words";
import { Conflict, InvalidInput, NotFound } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { recordAutomation } from "../audit/recordAutomation";
import { reviewPlan } from "../plan/reviewPlan";
import { findRecipients, type Recipient } from "./findRecipients";
import { writeAnnouncement } from "./writeAnnouncement";

type Found = { casinoId: string; casinoName: string; status: string; sentAt: string | null };

/**
 * Sends the go-live announcement to everybody it names, once. In the caller's transaction: the record that it was sent and the
 * messages come together. Asked again it answers what was sent.
 *
 * @param input.to the addresses that the person was shown
 * @throws NotFound; InvalidInput on a place that nothing fills; Conflict when others are named by now, or nobody
 */
export async function sendAnnouncement(input: {
	req: PayloadRequest;
	onboardingId: string;
	subject: string;
	text: string;
	to: readonly string[];
}): Promise<{ sentAt: string; people: number }> {
	const { req, onboardingId, subject, text } = input;
	const sql = await sqlOf(req);
	const onboarding = await lockOnboarding(req, onboardingId);
	const recipients = await findRecipients(sql, onboardingId);
	if (onboarding.sentAt) {
		return { sentAt: onboarding.sentAt, people: recipients.filter(({ status }) => status !== null).length };
	}
	if (onboarding.status !== "open" && onboarding.status !== "on_hold") {
		throw new Conflict(`This onboarding is ${onboarding.status}: nothing is announced any more.`);
	}
	requireFillable({ subject, text });
	const people = recipients.filter((one): one is Recipient & { email: string } => one.email !== null);
	requireSeen(people, input.to);
	const sentAt = new Date().toISOString();
	await sql(
		`UPDATE onboardings SET announcement_subject = $2, announcement = $3, announced_at = $4::timestamptz, announced_by_id = $5::uuid,
			updated_at = now() WHERE id = $1::uuid`,
		[onboardingId, subject, text, sentAt, req.user?.id ?? null],
	);
	for (const to of people) await writeAnnouncement({ req, to, casinoName: onboarding.casinoName, subject, text });
	await recordAutomation({
		req,
		action: "onboarding.announced",
		collection: slug.onboardings,
		document: onboardingId,
		casino: onboarding.casinoId,
		after: { announcementSubject: subject, announcement: text, people: people.length },
		reason: null,
	});
	await reviewPlan({ req, onboardingId });
	return { sentAt, people: people.length };
}

async function lockOnboarding(req: PayloadRequest, onboardingId: string): Promise<Found> {
	const sql = await sqlOf(req);
	const [row] = await sql<Omit<Found, "sentAt"> & { sentAt: Date | null }>(
		`SELECT o.casino_id AS "casinoId", c.name AS "casinoName", o.status,
			CASE WHEN o.announcement_subject IS NOT NULL THEN o.announced_at END AS "sentAt"
		 FROM onboardings o JOIN casinos c ON c.id = o.casino_id WHERE o.id = $1::uuid FOR NO KEY UPDATE OF o`,
		[onboardingId],
	);
	if (!row) throw new NotFound("onboarding");
	return { ...row, sentAt: row.sentAt?.toISOString() ?? null };
}

function requireFillable(texts: { subject: string; text: string }): void {
	const problems = Object.entries(texts).flatMap(([path, words]) =>
		unknownPlaces(words).map((name) => ({ path, message: `“{${name}}” is no place that is filled in.` })),
	);
	if (problems.length > 0) throw new InvalidInput(problems);
}

function requireSeen(people: readonly { email: string }[], seen: readonly string[]): void {
	if (people.length === 0) throw new Conflict("There is nobody with an address to announce it to.", "no_recipients");
	const shown = new Set(seen.map((address) => address.trim().toLowerCase()));
	if (shown.size !== people.length || people.some(({ email }) => !shown.has(email))) {
		throw new Conflict("Other people are named by now. Look at the list again.", "recipients_changed");
	}
}
