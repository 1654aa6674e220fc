import { readPortalHome } from "@/operations/views/readPortalHome";
import { Frame } from "../../parts/Frame";
import { readSession } from "../../session";
import { SignOut } from "./SignOut";

/** Said with 403 to whoever is signed in and belongs to no customer, or no longer. */
export default async function PortalForbidden() {
	const { req } = await readSession();
	const home = await readPortalHome({ req });
	const { name, email, isVendor } = home.person;
	return (
		<Frame
			{...home}
			corner={
				<div className="who">
					<span>{name}</span>
					<SignOut />
				</div>
			}
		>
			<main className="home">
				<section className="panel">
					<h1>Welcome, {name}</h1>
					{isVendor ? (
						<p>
							This is the customers' side. Yours is the <a href="/admin">admin panel</a>.
						</p>
					) : (
						<p>
							Your account ({email}) belongs to no customer, or does no longer. Open the invitation you were sent, or
							ask below to be invited.
						</p>
					)}
				</section>
			</main>
		</Frame>
	);
}
