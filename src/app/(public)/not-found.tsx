import type { Metadata } from "next";
import { readPublicFrame } from "@/operations/views/readPublicFrame";
import { Frame } from "../parts/Frame";
import { readSession } from "../session";

export const metadata: Metadata = { title: "Page not found" };

export default async function NotFound() {
	const frame = await readPublicFrame(await readSession());
	return (
		<Frame {...frame}>
			<main className="stage">
				<section className="sheet">
					<header>
						<p className="overline">404</p>
						<h1>Page not found</h1>
					</header>
					<p>There is no page at this address. It may have been mistyped, or the link is out of date.</p>
					<a className="button" href="/">
						Go to the start page
					</a>
				</section>
			</main>
		</Frame>
	);
}
