import type { GateCondition } from "@/domain/gate";
import { slug } from "@/slugs";
import type { ContractFact, LiveInvoice, RecordRef } from "./onboardingLive";

/** The record on which a person meets a condition that is not met; null: the onboarding itself. */
export function findRecordToActOn(
	{ key, unsigned = [] }: GateCondition,
	facts: { contracts: readonly ContractFact[]; invoices: readonly LiveInvoice[] },
): RecordRef | null {
	switch (key) {
		case "needed_contracts_signed":
		case "contracts_signed": {
			const open = facts.contracts.find(({ type, status }) => status !== "signed" && unsigned.includes(type));
			return { collection: slug.contracts, id: open?.id ?? null };
		}
		case "invoices_cleared": {
			const owed = facts.invoices.find(({ opensGate, status }) => opensGate && status !== "paid" && status !== "void");
			return { collection: slug.invoices, id: owed?.id ?? null };
		}
		case "onboarding_open":
		case "operations_lead_named":
		case "admin_contact_named":
			return null;
	}
}
