import type { Metadata } from "next";
import { readPublicFrame } from "@/operations/views/readPublicFrame";
import { Frame } from "../../parts/Frame";
import { readSession } from "../../session";
import { AcceptInvite } from "./AcceptInvite";

export const metadata: Metadata = { title: "Your invitation" };

export default async function Page() {
	const frame = await readPublicFrame(await readSession());
	return (
		<Frame {...frame}>
			<main className="stage">
				<AcceptInvite sendsMail={frame.sendsMail} />
			</main>
		</Frame>
	);
}
