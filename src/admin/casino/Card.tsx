import { Link } from "@payloadcms/ui";
import type { ReactNode } from "react";

/** One group of facts under a heading. */
export function Card({
	title,
	action,
	wide = false,
	children,
}: {
	title: string;
	action?: { href: string; label: string };
	wide?: boolean;
	children: ReactNode;
}) {
	const id = `kt-card-${title.toLowerCase().replaceAll(/[^a-z]+/g, "-")}`;
	return (
		<section className={wide ? "kt-card kt-card--wide" : "kt-card"} aria-labelledby={id}>
			<h2 id={id}>
				{title}
				{action ? (
					<Link href={action.href} prefetch={false}>
						{action.label}
					</Link>
				) : null}
			</h2>
			{children}
		</section>
	);
}

/** That there is more than a list shows. The whole of it is behind the card's own link, or the one given here. */
export function More(props: { shown: number; total: number; href?: string }) {
	const { shown, total, href } = props;
	if (total <= shown) return null;
	const words = `And ${total - shown} more`;
	return (
		<p className="kt-muted">
			{href ? (
				<Link href={href} prefetch={false}>
					{words}
				</Link>
			) : (
				`${words}.`
			)}
		</p>
	);
}

/** A name and its value, in a `<dl>`. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
	return (
		<div className="kt-fact">
			<dt>{name}</dt>
			<dd>{children}</dd>
		</div>
	);
}

/** Says that something is not known, and where it is entered or what brings it. */
export function Unknown({ why, href, action }: { why?: string; href?: string; action?: string }) {
	return (
		<span className="kt-unknown">
			unknown{why ? `: ${why}` : ""}
			{href && action ? (
				<>
					{" "}
					<Link href={href} prefetch={false}>
						{action}
					</Link>
				</>
			) : null}
		</span>
	);
}
