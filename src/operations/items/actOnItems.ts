import type { PayloadRequest } from "payload";
import { KeyturnError } from "@/errors";
import { inTransaction } from "../inTransaction";
import { assignItem } from "./assignItem";
import { snoozeItem } from "./snoozeItem";
import { tickItem } from "./tickItem";

export type ItemAct =
	| { act: "tick" }
	| { act: "snooze"; until: string | null; reason: string }
	| { act: "assign"; assignee: string | null };

export type ActOutcome = { id: string; ok: true } | { id: string; ok: false; message: string; code: string };

const withoutProof = { choice: null, value: null, link: null, file: null, signedName: null };

/**
 * Does one thing to many items, each in a transaction of its own: those that cannot be done say why, and the others are done.
 * One after the other in a fixed order, so that two such requests never wait for each other's onboardings.
 */
export async function actOnItems(input: {
	req: PayloadRequest;
	ids: readonly string[];
	act: ItemAct;
}): Promise<{ outcomes: ActOutcome[] }> {
	const { req, act } = input;
	const outcomes: ActOutcome[] = [];
	for (const id of [...new Set(input.ids)].sort()) outcomes.push(await tryAct(req, id, act));
	return { outcomes };
}

async function tryAct(req: PayloadRequest, id: string, act: ItemAct): Promise<ActOutcome> {
	try {
		await inTransaction(req, () => actOn(req, id, act));
		return { id, ok: true };
	} catch (error) {
		if (!(error instanceof KeyturnError)) throw error;
		return { id, ok: false, message: error.publicMessage, code: error.code };
	}
}

function actOn(req: PayloadRequest, itemId: string, act: ItemAct): Promise<unknown> {
	switch (act.act) {
		case "tick":
			return tickItem({ req, itemId, proof: withoutProof, minutes: null, note: null });
		case "snooze":
			return snoozeItem({ req, itemId, until: act.until, reason: act.reason });
		case "assign":
			return assignItem({ req, itemId, assignee: act.assignee });
	}
}
