import type { UIFieldServerProps } from "payload";
import { readContractOnboardings } from "@/operations/views/readContractOnboardings";
import { OnboardingsOfContract } from "./OnboardingsOfContract";

/** The onboarding that a contract asks for, or the way to open it. */
export async function ContractOnboarding({ id, req }: UIFieldServerProps) {
	if (!id) return null;
	return <OnboardingsOfContract found={await readContractOnboardings({ req, contractId: String(id) })} />;
}
