import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { readPortalHome } from "@/operations/views/readPortalHome";
import { Frame } from "../../parts/Frame";
import { readSession } from "../../session";
import { CasinoHome } from "./CasinoHome";
import { RefreshWhile } from "./RefreshWhile";
import { SignOut } from "./SignOut";

export const metadata: Metadata = { title: "Home" };

/** Where a customer stands, what comes next, and who is who. */
export default async function Page() {
	const { req } = await readSession();
	if (req.user?.collection !== "users") redirect("/sign-in");
	const home = await readPortalHome({ req });
	const isMoving = home.casinos.some(({ run, status }) => run !== null && status === "provisioning");
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
				{home.casinos.map((casino) => (
					<CasinoHome key={casino.id} casino={casino} home={home} />
				))}
				{home.casinos.length === 0 ? <Nothing home={home} /> : null}
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
