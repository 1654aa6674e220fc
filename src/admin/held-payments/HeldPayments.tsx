import type { AdminViewServerProps } from "payload";
import { readHeldPayments } from "@/operations/views/readHeldPayments";
import { FollowNews } from "../live/FollowNews";
import { AdminPage } from "../parts/AdminPage";
import { HeldList } from "./HeldList";

/** Whose money is this? The payments that could not be bound for certain, and what to do with each. */
export async function HeldPayments(view: AdminViewServerProps) {
	const { held, total, waiting, mayDecide } = await readHeldPayments({ req: view.initPageResult.req });
	return (
		<AdminPage
			view={view}
			title="Held payments"
			description="Money arrived and could not be bound to an invoice for certain. Nothing is guessed: choose the invoice, see what will happen, then settle."
		>
			<FollowNews address="/api/news" />
			<HeldList initial={held} total={total} waiting={waiting} mayDecide={mayDecide} />
		</AdminPage>
	);
}
