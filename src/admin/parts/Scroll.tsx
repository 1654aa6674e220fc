import type { ReactNode } from "react";

/** What may be larger than its place: it scrolls by itself, by keys too, and the page does not. */
export function Scroll({ label, className, children }: { label: string; className: string; children: ReactNode }) {
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
		<section className={className} aria-label={label} tabIndex={0}>
			{children}
		</section>
	);
}
