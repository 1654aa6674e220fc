import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { readPublicFrame } from "@/operations/views/readPublicFrame";
import { Frame } from "../../parts/Frame";
import { readSession } from "../../session";
import { SignIn } from "./SignIn";

export const metadata: Metadata = { title: "Sign in" };

export default async function Page() {
	const session = await readSession();
	if (session.req.user) redirect("/");
	const frame = await readPublicFrame(session);
	return (
		<Frame {...frame}>
			<main className="stage">
				<SignIn vendorName={frame.vendorName} sendsMail={frame.sendsMail} />
			</main>
		</Frame>
	);
}
