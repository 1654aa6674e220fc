import type { Metadata } from "next";
import { forbidden, redirect } from "next/navigation";
import { readPortalHome } from "@/operations/views/readPortalHome";
import { Frame } from "../../parts/Frame";
import { readSession } from "../../session";
import { CasinoChoice } from "./CasinoChoice";
import { CasinoHome } from "./CasinoHome";
import { RefreshWhile } from "./RefreshWhile";
import { SignOut } from "./SignOut";
import { AddressNotice, YourAccount } from "./YourAccount";

export const metadata: Metadata = { title: "Home" };

/** Where a customer stands, what comes next, and who is who. */
export default async function Page({ searchParams }: { searchParams: Promise<{ casino?: string | string[] }> }) {
	const { req } = await readSession();
	if (req.user?.collection !== "users") redirect("/sign-in");
	const [home, { casino: asked }] = await Promise.all([readPortalHome({ req }), searchParams]);
	const shown = home.casinos.find(({ id }) => id === asked) ?? home.casinos[0];
	if (!shown) forbidden();
	const isMoving = shown.run !== null && shown.status === "provisioning";
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
				<AddressNotice person={home.person} sendsMail={home.sendsMail} />
				<CasinoChoice home={home} shown={shown} />
				<CasinoHome key={shown.id} casino={shown} home={home} />
				<YourAccount person={home.person} />
			</main>
		</Frame>
	);
}
