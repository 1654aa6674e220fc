import { Button, Section, Text } from "@react-email/components";
import type { ReactNode } from "react";
import type { MailContext } from "../defineTemplate";
import { light } from "./palette";

const wrap = { overflowWrap: "anywhere", wordBreak: "break-word" } as const;
const body = { ...wrap, color: light.ink, fontSize: 16, lineHeight: "25px" } as const;

/** One thought. */
export function Paragraph({ children }: { children: ReactNode }) {
	return (
		<Text className="k-ink" style={{ ...body, margin: "0 0 16px" }}>
			{children}
		</Text>
	);
}

/** A text that somebody wrote: empty lines part its paragraphs, its other line ends stay. */
export function Prose({ children }: { children: string }) {
	return children
		.split(/\n\s*\n/)
		.map((paragraph) => paragraph.trim())
		.filter((paragraph) => paragraph !== "")
		.map((paragraph) => (
			<Text key={paragraph} className="k-ink" style={{ ...body, margin: "0 0 16px", whiteSpace: "pre-line" }}>
				{paragraph}
			</Text>
		));
}

export function Greeting({ name }: { name: string | null }) {
	return <Paragraph>{name ? `Hello ${name},` : "Hello,"}</Paragraph>;
}

/** Name and value, row by row. A row without a value is left out. */
export function Facts({ rows }: { rows: [label: string, value: string | null | undefined][] }) {
	const cell = { padding: "7px 0", fontSize: 15, lineHeight: "22px", verticalAlign: "top" } as const;
	const known = rows.filter(([, value]) => value);
	if (known.length === 0) return null;
	return (
		<table
			role="presentation"
			width="100%"
			cellPadding={0}
			cellSpacing={0}
			className="k-line"
			style={{
				tableLayout: "fixed",
				borderTop: `1px solid ${light.line}`,
				borderBottom: `1px solid ${light.line}`,
				margin: "4px 0 20px",
			}}
		>
			<tbody>
				{known.map(([label, value]) => (
					<tr key={label} className="fact">
						<td className="fact-label k-muted" width="34%" style={{ ...cell, color: light.muted, paddingRight: 12 }}>
							{label}
						</td>
						<td
							className="fact-value k-ink"
							style={{ ...cell, ...wrap, color: light.ink, fontWeight: 550, fontVariantNumeric: "tabular-nums" }}
						>
							{value}
						</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

/** What to do, in order. */
export function Steps({ items }: { items: string[] }) {
	return (
		<ol className="k-ink" style={{ ...body, margin: "0 0 18px", paddingLeft: 24 }}>
			{items.map((item) => (
				<li key={item} style={{ margin: "0 0 7px", paddingLeft: 4 }}>
					{item}
				</li>
			))}
		</ol>
	);
}

/** What somebody said or a system reported, set apart from our own words. */
export function Quote({ children }: { children: ReactNode }) {
	return (
		<Section
			className="k-quiet"
			style={{ backgroundColor: light.quiet, borderLeft: `3px solid ${light.brass}`, margin: "0 0 20px" }}
		>
			<Text className="k-ink" style={{ ...body, fontSize: 15, lineHeight: "23px", margin: 0, padding: "11px 16px" }}>
				{children}
			</Text>
		</Section>
	);
}

/** The one thing to press. */
export function Action({ href, children }: { href: string; children: string }) {
	return (
		<Section style={{ margin: "4px 0 20px" }}>
			<Button
				href={href}
				className="action k-action"
				style={{
					backgroundColor: light.felt,
					color: light.onFelt,
					borderRadius: 7,
					fontSize: 16,
					fontWeight: 600,
					lineHeight: "22px",
					padding: "13px 24px",
				}}
			>
				{children}
			</Button>
		</Section>
	);
}

/** The personal link; where a stored mail is shown without it, a marked gap. */
export function SecretAction({ context, children }: { context: MailContext; children: string }) {
	if (context.secretLink === null) {
		return (
			<Section
				className="k-quiet"
				style={{
					backgroundColor: light.quiet,
					border: `1px dashed ${light.brass}`,
					borderRadius: 7,
					margin: "4px 0 20px",
				}}
			>
				<Text
					className="k-muted"
					style={{ ...body, fontSize: 15, color: light.muted, margin: 0, padding: "12px 16px" }}
				>
					{children} (the personal link is left out here)
				</Text>
			</Section>
		);
	}
	return (
		<>
			<Action href={context.secretLink}>{children}</Action>
			<Text
				className="k-muted"
				data-skip-in-text="true"
				style={{ ...wrap, color: light.muted, fontSize: 13, lineHeight: "20px", margin: "0 0 20px" }}
			>
				If the button does nothing, copy this address into your browser:
				<br />
				<a href={context.secretLink} className="k-link" style={{ ...wrap, color: light.felt }}>
					{context.secretLink}
				</a>
			</Text>
		</>
	);
}

/** Whom to ask: the named person, else the vendor's support, else whoever the reader knows there. */
export function sayWhomToAsk(person: { name: string; email: string } | null | undefined, context: MailContext): string {
	if (person) return `${person.name} (${person.email})`;
	return context.supportEmail ?? `your contact at ${context.vendorName}`;
}
