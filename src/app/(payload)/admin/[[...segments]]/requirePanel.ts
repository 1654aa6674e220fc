import { forbidden, redirect } from "next/navigation";
import { actorOf } from "@/access/actorOf";
import { readSession } from "@/app/session";

/** Pages for whoever is not signed in: Payload's own names of them. */
const open: ReadonlySet<string> = new Set(["login", "logout", "logout-inactivity"]);

/** Where Payload asks for a new password and sets it, by a token in the path. Ours keeps it behind `#`. */
const replaced: ReadonlySet<string> = new Set(["forgot", "reset"]);

/**
 * Lets the vendor's people pass, before anything of the page is read: views of ours read with rights that nobody else has, and what they
 * would throw is no answer for a browser. Everybody else is sent to sign in, or told in words that the panel is not theirs (403).
 */
export async function requirePanel(segments: readonly string[] = []): Promise<void> {
	if (open.has(segments[0] ?? "")) return;
	if (replaced.has(segments[0] ?? "")) redirect("/new-password");
	const { req } = await readSession();
	const actor = actorOf(req);
	if (actor.kind !== "person") {
		redirect(`/admin/login?redirect=${encodeURIComponent(["/admin", ...segments].join("/"))}`);
	}
	if (actor.vendorRole === null) forbidden();
}
