import type { AdminViewServerProps } from "payload";
import { parseMyWorkQuery } from "@/domain/portfolio/myWorkQuery";
import { readMyWork } from "@/operations/portfolio/readMyWork";
import { AdminPage } from "../parts/AdminPage";
import { addressOf } from "../parts/addressOf";
import { MyWork } from "./MyWork";

/** What do I do today? The items that wait for this person, across customers, overdue first. */
export async function MyWorkView(view: AdminViewServerProps) {
	const query = parseMyWorkQuery(addressOf(view.searchParams));
	const work = await readMyWork({ req: view.initPageResult.req, query });
	return (
		<AdminPage
			view={view}
			title="My work"
			description="What was given to you, and what your role is responsible for and nobody was given."
		>
			<MyWork query={query} initial={work} readAt={new Date().toISOString()} />
		</AdminPage>
	);
}
