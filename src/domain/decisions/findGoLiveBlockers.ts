import { hasDayCome, isDayOver } from "../calendar/day";
import { spelled } from "../inWords";
import { isSettled } from "../playbook/itemStatus";
import type { PlanItem } from "../playbook/planState";
import { recordRef } from "../recordRef";
import type { Check } from "./check";
import type { Blocker } from "./goNoGo";

/** An item as far as go or no-go asks for it. */
export type OpenItem = Pick<
	PlanItem,
	"id" | "title" | "kind" | "phase" | "owner" | "status" | "criterion" | "dueAt"
> & {
	phaseName: string;
	/** Role. */
	responsible: string;
	/** The name of the person it was given to. */
	assignee: string | null;
};

export type ItemBlocker = Blocker & {
	phase: string;
	side: "vendor" | "customer";
	assignee: string | null;
	isOverdue: boolean;
	record: Check["record"];
};

const decided: ReadonlySet<string> = new Set(["go_no_go_proposed", "go_decided", "go_live_done"]);

/**
 * The items that stand between now and the go-live: not settled, and due by then or overdue. Go and no-go themselves are
 * none: what asks for the decision and its packet, the approvals of its phase, and the criterion that the go-live has
 * happened wait for what is decided here.
 *
 * @param input.goLiveAt a day; without one only what is overdue counts
 * @param input.today the casino's day
 */
export function findGoLiveBlockers(input: {
	items: readonly OpenItem[];
	goLiveAt: string | null;
	today: string;
}): ItemBlocker[] {
	const { items, goLiveAt, today } = input;
	const deciding = new Set(items.filter(({ criterion }) => criterion === "go_decided").map(({ phase }) => phase));
	const isTheDecision = ({ criterion, kind, phase }: OpenItem) =>
		(criterion !== null && decided.has(criterion)) || (kind === "approval" && deciding.has(phase));
	return items
		.filter((item) => !isSettled(item.status) && !isTheDecision(item))
		.filter(({ dueAt }) => isDayOver(dueAt, today) || (goLiveAt !== null && hasDayCome(dueAt, goLiveAt)))
		.map((item) => ({
			title: item.title,
			owner: spelled(item.responsible),
			dueAt: item.dueAt,
			phase: item.phaseName,
			side: item.owner,
			assignee: item.assignee,
			isOverdue: isDayOver(item.dueAt, today),
			record: recordRef("checklist-items", item),
		}));
}
