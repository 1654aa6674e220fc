import { describe, expect, it } from "vitest";
import { findGoLiveBlockers, type OpenItem } from "@/domain/decisions/findGoLiveBlockers";

const today = "2026-02-10";
const goLiveAt = "2026-03-01";
const anItem: OpenItem = {
	id: "item-1",
	title: "Train the pit bosses",
	kind: "task",
	phase: "training",
	phaseName: "Training",
	owner: "vendor",
	status: "open",
	criterion: null,
	dueAt: "2026-02-20",
	responsible: "operations_lead",
	assignee: "Ida",
};
const found = (items: Partial<OpenItem>[], goLive: string | null = goLiveAt) =>
	findGoLiveBlockers({ items: items.map((change) => ({ ...anItem, ...change })), goLiveAt: goLive, today });

describe("what blocks the go-live", () => {
	it("is an open item that is due by then, with who owns it and when", () => {
		expect(found([{}])).toEqual([
			{
				title: "Train the pit bosses",
				owner: "operations lead",
				dueAt: "2026-02-20",
				phase: "Training",
				side: "vendor",
				assignee: "Ida",
				isOverdue: false,
				record: { collection: "checklist-items", id: "item-1" },
			},
		]);
	});

	it("is not what is due afterwards, has no date, or is settled", () => {
		expect(found([{ dueAt: "2026-03-02" }, { dueAt: null }, { status: "done" }, { status: "waived" }])).toEqual([]);
	});

	it("is only what is overdue, while there is no date for the go-live", () => {
		expect(found([{}, { id: "late", dueAt: "2026-02-01" }], null)).toMatchObject([
			{ isOverdue: true, record: { id: "late" } },
		]);
	});

	it("is not the go-live itself", () => {
		expect(found([{ criterion: "go_live_done", kind: "exit_criterion", phase: "first_use" }])).toEqual([]);
	});

	it("is not the decision itself, nor the approvals of its phase", () => {
		const items: Partial<OpenItem>[] = [
			{ id: "go", phase: "release", criterion: "go_decided", kind: "exit_criterion" },
			{ id: "approve", phase: "release", kind: "approval" },
			{ id: "memo", phase: "release" },
			{ id: "sponsor", kind: "approval" },
		];
		expect(found(items).map(({ record }) => record?.id)).toEqual(["memo", "sponsor"]);
	});
});
