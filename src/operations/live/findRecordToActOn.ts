import type { GateConditionKey } from "@/domain/gate";
import { slug } from "@/slugs";
import type { ContractFact, LiveInvoice, RecordRef } from "./onboardingLive";

/** The record on which a person meets a condition that is not met; null: the onboarding itself. */
export function findRecordToActOn(
	key: GateConditionKey,
	facts: { contracts: readonly ContractFact[]; invoices: readonly LiveInvoice[] },
): RecordRef | null {
	const unsigned = facts.contracts.filter(({ status }) => status !== "signed");
	switch (key) {
		case "order_form_signed": {
			const form = unsigned.find(({ type }) => type === "order_form" || type === "support");
			return { collection: slug.contracts, id: form?.id ?? null };
		}
		case "contracts_signed":
			return { collection: slug.contracts, id: unsigned[0]?.id ?? null };
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
