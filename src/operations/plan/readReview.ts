import { dayIn } from "@/domain/calendar/day";
import { gate, unmetInWords } from "@/domain/gate";
import type { FactsOfRecords } from "@/domain/playbook/advancePlan";
import type { PlanState } from "@/domain/playbook/planState";
import type { Sql } from "@/queue/sqlOf";
import { type GateRow, gateInputOf, gateInputSql } from "../gate/readGateInput";
import { onboardingFactsSql } from "./onboardingFactsSql";
import { planStateSql } from "./planStateSql";

export type Review = {
	state: PlanState;
	facts: FactsOfRecords;
	/** Whether there has ever been a run, undone ones included. */
	hasHadRun: boolean;
};

type Row = {
	state: PlanState;
	facts: Omit<FactsOfRecords, "gate" | "calendar"> & { gateOpenedAt: string | null; hasHadRun: boolean };
	gate: GateRow;
};

const reviewSql = `
	SELECT row_to_json(s) AS state, row_to_json(f) AS facts, row_to_json(g) AS gate
	FROM (${planStateSql}) s, (${onboardingFactsSql}) f, (${gateInputSql}) g`;

/**
 * Everything that the rules of an onboarding look at, at one moment, in one statement; null when there is no such onboarding.
 * @param input.paidInvoiceId an invoice that counts as paid whatever became of it since
 */
export async function readReview(input: {
	sql: Sql;
	onboardingId: string;
	now: Date;
	paidInvoiceId?: string;
}): Promise<Review | null> {
	const { sql, onboardingId, now, paidInvoiceId = null } = input;
	const [row] = await sql<Row>(reviewSql, [onboardingId, paidInvoiceId], "review_plan");
	if (!row) return null;
	const { gateOpenedAt, hasHadRun, ...facts } = row.facts;
	const { timeZone } = row.state;
	const at = now.toISOString();
	const judged = gate(gateInputOf(row.gate, now));
	return {
		state: row.state,
		facts: {
			...facts,
			calendar: { today: dayIn(at, timeZone), timeZone },
			gate: { ...judged, openedAt: gateOpenedAt, missing: unmetInWords(judged) },
		},
		hasHadRun,
	};
}
