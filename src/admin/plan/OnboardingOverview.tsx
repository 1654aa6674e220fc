import { Gutter } from "@payloadcms/ui";
import type { DocumentViewServerProps } from "payload";
import { actorOf } from "@/access/actorOf";
import { readOnboardingPage } from "@/operations/plan/readOnboardingPage";
import { requireVendor } from "@/operations/views/requireVendor";
import { PlanPage } from "./PlanPage";

/** What is done, what blocks, whom does it wait for: one onboarding on one page. */
export async function OnboardingOverview({ initPageResult: { req, docID }, searchParams }: DocumentViewServerProps) {
	const role = requireVendor(req);
	const page = await readOnboardingPage({ req, onboardingId: String(docID) });
	const actor = actorOf(req);
	const asked = searchParams?.phase;
	return (
		<main>
			<Gutter className="kt-plan">
				<PlanPage
					initial={page}
					phase={typeof asked === "string" ? asked : null}
					me={{ id: actor.kind === "person" ? actor.id : "", role }}
				/>
			</Gutter>
		</main>
	);
}
