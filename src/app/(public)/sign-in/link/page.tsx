import type { Metadata } from "next";
import { readPublicFrame } from "@/operations/views/readPublicFrame";
import { Frame } from "../../../parts/Frame";
import { readSession } from "../../../session";
import { UseLink } from "./UseLink";

export const metadata: Metadata = { title: "Sign in by link" };

export default async function Page() {
	const frame = await readPublicFrame(await readSession());
	return (
		<Frame {...frame}>
			<main className="stage">
				<UseLink vendorName={frame.vendorName} />
			</main>
		</Frame>
	);
}
