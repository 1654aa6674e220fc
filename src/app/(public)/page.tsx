import { redirect } from "next/navigation";
import { readSession } from "../session";

/** The front door: the vendor's people go to the admin panel, customers to their portal, others sign in. */
export default async function Page() {
	const { user } = (await readSession()).req;
	if (user?.collection !== "users") redirect("/sign-in");
	redirect(user.vendorRole ? "/admin" : "/portal");
}
