import type { Metadata } from "next";
import { readPublicFrame } from "@/operations/views/readPublicFrame";
import { Frame } from "../../parts/Frame";
import { readSession } from "../../session";
import { NewPassword } from "./NewPassword";

export const metadata: Metadata = { title: "New password" };

/** Asks for the link to a new password, and takes it. */
export default async function Page() {
	const frame = await readPublicFrame(await readSession());
	return (
		<Frame {...frame}>
			<main className="stage">
				<NewPassword vendorName={frame.vendorName} />
			</main>
		</Frame>
	);
}
