import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { readPortalHome } from "@/operations/views/readPortalHome";
import { Frame } from "../../parts/Frame";
import { readSession } from "../../session";
import { CasinoChoice } from "./CasinoChoice";
import { CasinoHome } from "./CasinoHome";
import { RefreshWhile } from "./RefreshWhile";
import { SignOut } from "./SignOut";

export const metadata: Metadata = { title: "Home" };

/** Where a customer stands, what comes next, and who is who. */
export default async function Page({ searchParams }: { searchParams: Promise<{ casino?: string | string[] }> }) {
	const { req } = await readSession();
	if (req.user?.collection !== "users") redirect("/sign-in");
	const [home, { casino: asked }] = await Promise.all([readPortalHome({ req }), searchParams]);
	const shown = home.casinos.find(({ id }) => id === asked) ?? home.casinos[0];
	const isMoving = shown?.run !== null && shown?.status === "provisioning";
	return (
		<Frame
			{...home}
			corner={
				<div className="who">
					<span>{home.person.name}</span>
					<SignOut />
				</div>
			}
		>
			<main className="home">
				<RefreshWhile isMoving={isMoving} />
				{shown ? (
					<>
						<CasinoChoice home={home} shown={shown} />
						<CasinoHome key={shown.id} casino={shown} home={home} />
					</>
				) : (
					<Nothing home={home} />
				)}
			</main>
		</Frame>
	);
}

function Nothing({ home }: { home: Awaited<ReturnType<typeof readPortalHome>> }) {
	return (
		<section className="panel">
			<h1>Welcome, {home.person.name}</h1>
			{home.person.isVendor ? (
				<p>
					This is the customers' side. Yours is the <a href="/admin">admin panel</a>.
				</p>
			) : (
				<p>
					Your account ({home.person.email}) belongs to no {home.tenantWord} yet. Open the invitation you were sent, or
					ask below to be invited.
				</p>
			)}
		</section>
	);
}
