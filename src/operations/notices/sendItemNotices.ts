import type { Payload, PayloadRequest } from "payload";
import { env } from "@/env";
import { sqlOf } from "@/queue/sqlOf";
import { inTransaction, systemRequest } from "../inTransaction";
import { queueMessage } from "../messages/queueMessage";
import { keepEach } from "../schedule/keepEach";
import { findNotices, type Notice } from "./findNotices";

const quarter = 15 * 60_000;
/** Looking through every open onboarding is not for each minute: it is done at the beginning of a quarter, and again if that was missed. */
const beginning = 3 * 60_000;
/** A mail lists so many of each kind; the page has them all. */
const most = 30;

/**
 * Asks consulted people about items whose turn has come, and tells informed people what is done: one mail a person in a quarter of an
 * hour, however many items it is about. A customer's person gets one for each customer, so that none is named in another's.
 *
 * @returns how many mails were written
 */
export async function sendItemNotices({ payload, now }: { payload: Payload; now: Date }): Promise<number> {
	if (now.getTime() % quarter >= beginning) return 0;
	const period = Math.floor(now.getTime() / quarter);
	// Whoever has been written to in this quarter hears the rest in the next.
	const groups = new Map<string, Notice[]>();
	for (const notice of await findNotices(await sqlOf({ payload }))) {
		const group = groups.get(keyOf(notice));
		if (group) group.push(notice);
		else groups.set(keyOf(notice), [notice]);
	}
	return keepEach([...groups], async ([key, notices]) => {
		const req = await systemRequest(payload, "item notices");
		await inTransaction(req, () => writeNotices({ req, key: `${key}:${period}`, notices }));
	});
}

const keyOf = ({ personId, isVendors, casinoId }: Notice) => `notices:${personId}${isVendors ? "" : `:${casinoId}`}`;

async function writeNotices(input: { req: PayloadRequest; key: string; notices: Notice[] }): Promise<void> {
	const { req, key, notices } = input;
	const [first] = notices;
	const sql = await sqlOf(req);
	// Of two workers the second waits here, and finds the mail written.
	await sql("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [key]);
	if (!first || (await sql("SELECT 1 FROM messages WHERE key = $1", [key])).length > 0) return;
	const ofKind = (kind: Notice["kind"]) => notices.filter((notice) => notice.kind === kind);
	const shown = (kind: Notice["kind"]) => ofKind(kind).slice(0, most);
	const listed = (kind: Notice["kind"]) => shown(kind).map(({ title, casinoName }) => ({ title, casinoName }));
	const isOne = notices.every(({ casinoId }) => casinoId === first.casinoId);
	await queueMessage({
		req,
		key,
		template: "item_notices",
		to: first.email,
		casinoId: isOne ? first.casinoId : null,
		data: {
			recipientName: first.personName,
			casinoName: isOne ? first.casinoName : null,
			asked: listed("asked"),
			done: listed("told"),
			more: notices.length - shown("asked").length - shown("told").length,
			pageUrl: pageOf(first, notices),
		},
	});
	await sql(
		`INSERT INTO item_notices (item_id, person_id, kind)
		 SELECT n.item, $1::uuid, n.kind FROM unnest($2::uuid[], $3::text[]) AS n(item, kind)
		 ON CONFLICT (item_id, kind, person_id) DO UPDATE SET at = now()`,
		[first.personId, notices.map(({ itemId }) => itemId), notices.map(({ kind }) => kind)],
	);
}

function pageOf({ isVendors, casinoId, onboardingId }: Notice, notices: readonly Notice[]): string {
	const { SERVER_URL } = env();
	if (!isVendors) return `${SERVER_URL}/portal?casino=${casinoId}`;
	const isOne = notices.every((notice) => notice.onboardingId === onboardingId);
	return isOne ? `${SERVER_URL}/admin/collections/onboardings/${onboardingId}/overview` : `${SERVER_URL}/admin/my-work`;
}
