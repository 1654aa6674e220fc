import type { UIFieldServerProps } from "payload";
import { readPlaybookReleases } from "@/operations/views/readPlaybookReleases";
import { StandingPanel } from "./StandingPanel";

/** What is published, what publishing would change, and what still keeps it from being published. */
export async function PlaybookStanding({ id, req }: UIFieldServerProps) {
	const found = id ? await readPlaybookReleases({ req, playbookId: String(id) }) : { releases: [], newest: null };
	return <StandingPanel found={found} />;
}
