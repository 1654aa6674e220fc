import { expect, test } from "vitest";
import { findEmptyRoles } from "@/domain/playbook/findEmptyRoles";
import type { ItemStatus } from "@/domain/playbook/itemStatus";

const item = (responsible: string, status: ItemStatus = "open", owner: "customer" | "vendor" = "customer") => ({
	responsible,
	status,
	owner,
	automation: null,
});

test("a role for which open items wait and that nobody holds is empty; the one that most waits for comes first", () => {
	const items = [item("it_contact"), item("compliance_lead"), item("compliance_lead", "in_progress"), item("pit_boss")];
	expect(findEmptyRoles({ items, held: ["pit_boss"], invited: ["it_contact"] })).toEqual([
		{ role: "compliance_lead", items: 2, isInvited: false },
		{ role: "it_contact", items: 1, isInvited: true },
	]);
});

test("what is settled, the vendor's, or the run's needs nobody of the customer's", () => {
	const items = [
		item("it_contact", "done"),
		item("it_contact", "not_needed"),
		item("it_contact", "waived"),
		item("ops", "open", "vendor"),
		{ ...item("casino_admin"), automation: "invite_administrator" },
	];
	expect(findEmptyRoles({ items, held: [], invited: [] })).toEqual([]);
});
