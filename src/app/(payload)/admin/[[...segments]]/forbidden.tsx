import { readSession } from "@/app/session";

/** Said with 403 to whoever is signed in and not, or no longer, one of the vendor's people. */
export default async function PanelForbidden() {
	const { req } = await readSession();
	const { user } = req;
	const hasEnded = user?.collection === "users" && Boolean(user.vendorRole);
	return (
		<main className="kt-forbidden">
			<h1>You have no access to this page</h1>
			<p>
				{hasEnded
					? "Your access to the admin panel has ended. Ask an administrator if you still need it."
					: "The admin panel is for the vendor's people. Your pages are in the portal."}
			</p>
			<p>
				<a href="/portal">Go to the portal</a> or <a href="/admin/logout">sign out</a>
			</p>
		</main>
	);
}
