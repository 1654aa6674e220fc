import type { PayloadRequest } from "payload";
import { sayMomentIn } from "@/domain/calendar/sayMomentIn";
import { isFrozen } from "@/domain/decisions/isFrozen";
import { Conflict } from "@/errors";
import { isoSql } from "@/queue/isoSql";
import { sqlOf } from "@/queue/sqlOf";

type Window = {
	from: string;
	until: string;
	timeZone: string;
	overrides: Parameters<typeof isFrozen>[0]["overrides"];
};

/**
 * Lets a change of a casino's settings or floor pass, unless one of its running onboardings has frozen them and no
 * approved override lifts that.
 *
 * @throws Conflict (`frozen`) that says until when, and how an override is got
 */
export async function assertNotFrozen(input: { req: PayloadRequest; casinoId: string; now?: Date }): Promise<void> {
	const { req, casinoId } = input;
	const now = (input.now ?? new Date()).toISOString();
	const sql = await sqlOf(req);
	const windows = await sql<Window>(
		`SELECT ${isoSql("o.freeze_from")} AS "from", ${isoSql("o.freeze_until")} AS until, c.timezone AS "timeZone",
			coalesce((SELECT json_agg(json_build_object('status', d.status, 'liftedUntil', ${isoSql("d.lifted_until")}))
				FROM decisions d WHERE d.onboarding_id = o.id AND d.kind = 'freeze_override'), '[]') AS overrides
		 FROM onboardings o JOIN casinos c ON c.id = o.casino_id
		 WHERE o.casino_id = $1::uuid AND o.status IN ('open', 'on_hold')
			AND o.freeze_from <= $2::timestamptz AND o.freeze_until > $2::timestamptz
		 ORDER BY o.freeze_until DESC`,
		[casinoId, now],
	);
	const frozen = windows.find(({ overrides, ...freeze }) => isFrozen({ freeze, overrides, now }));
	if (!frozen) return;
	throw new Conflict(
		`Settings are frozen for the go-live until ${sayMomentIn(frozen.until, frozen.timeZone)}. To change them before, ask for an override on the onboarding; a second person approves it.`,
		"frozen",
	);
}
