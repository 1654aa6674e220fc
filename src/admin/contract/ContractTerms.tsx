import type { UIFieldServerProps } from "payload";
import { readContractTerms } from "@/operations/views/readContractTerms";
import { TermsPanel } from "./TermsPanel";

/** What amends the contract or is amended by it, and the way to amend it. */
export async function ContractTerms({ id, req }: UIFieldServerProps) {
	if (!id) return null;
	return <TermsPanel terms={await readContractTerms({ req, contractId: String(id) })} />;
}
