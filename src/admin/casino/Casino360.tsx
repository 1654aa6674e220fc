import { Gutter } from "@payloadcms/ui";
import type { DocumentViewServerProps } from "payload";
import { readCasino360 } from "@/operations/views/readCasino360";
import { FloorCard } from "../floor/FloorCard";
import { FollowNews } from "../live/FollowNews";
import { AttentionCard } from "./AttentionCard";
import { CasinoHeader } from "./CasinoHeader";
import { CompanyCard } from "./CompanyCard";
import { ContractsCard } from "./ContractsCard";
import { Journey } from "./Journey";
import { PaymentsCard } from "./PaymentsCard";
import { PeopleCard } from "./PeopleCard";
import { ProductCard } from "./ProductCard";
import { FilesCard, RecentAuditCard } from "./RecordsCards";
import "./casino.css";

/** Who is this, where are they, are they paid, whom do I call: the full view of one customer on one page. */
export async function Casino360({ initPageResult: { req, docID } }: DocumentViewServerProps) {
	const facts = await readCasino360({ req, casinoId: String(docID) });
	return (
		<main>
			<Gutter className="kt-casino">
				<CasinoHeader facts={facts} />
				{facts.onboarding ? <FollowNews address={`/api/onboardings/${facts.onboarding.id}/events`} /> : null}
				<Journey facts={facts} />
				<div className="kt-cards">
					<CompanyCard facts={facts} />
					<ContractsCard facts={facts} />
					<PaymentsCard facts={facts} />
					<AttentionCard facts={facts} />
					<ProductCard req={req} facts={facts} />
					<FloorCard req={req} casinoId={facts.casino.id} />
					<PeopleCard facts={facts} />
					<RecentAuditCard facts={facts} />
					<FilesCard facts={facts} />
				</div>
			</Gutter>
		</main>
	);
}
