import { Body, Container, Head, Heading, Html, Preview, Section, Text } from "@react-email/components";
import type { ReactNode } from "react";
import type { MailContext } from "../defineTemplate";
import { light, sheet } from "./palette";
import { shorten } from "./shorten";

const fontFamily = "'Inter Variable', Inter, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
const wrap = { overflowWrap: "anywhere", wordBreak: "break-word" } as const;

/** The frame of every mail: who writes, about which casino, one message, whom to ask. */
export function Layout(props: {
	context: MailContext;
	title: string;
	preview: string;
	/** The casino it is about; absent where it is about none. */
	casinoName: string | null;
	children: ReactNode;
}) {
	const { context } = props;
	return (
		<Html lang="en">
			<Head>
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="color-scheme" content="light dark" />
				<meta name="supported-color-schemes" content="light dark" />
				<title>{props.title}</title>
				<style>{sheet}</style>
			</Head>
			<Preview>{shorten(props.preview, 100)}</Preview>
			<Body className="k-page" style={{ margin: 0, padding: 0, backgroundColor: light.page, fontFamily }}>
				<Section className="k-page k-gutter" style={{ backgroundColor: light.page, padding: "28px 12px" }}>
					<Container
						className="k-card"
						style={{
							maxWidth: 600,
							tableLayout: "fixed",
							backgroundColor: light.card,
							border: `1px solid ${light.line}`,
							borderRadius: 10,
							borderCollapse: "separate",
							overflow: "hidden",
						}}
					>
						<Masthead vendorName={context.vendorName} casinoName={props.casinoName} />
						<Section className="k-inner" style={{ padding: "30px 36px 14px" }}>
							<Heading
								as="h1"
								className="k-ink"
								style={{
									...wrap,
									color: light.ink,
									fontSize: 23,
									lineHeight: "30px",
									fontWeight: 650,
									margin: "0 0 18px",
									textWrap: "balance",
								}}
							>
								{shorten(props.title, 140)}
							</Heading>
							{props.children}
						</Section>
						<Footer context={context} />
					</Container>
				</Section>
			</Body>
		</Html>
	);
}

function Masthead(props: { vendorName: string; casinoName: string | null }) {
	return (
		<Section
			className="k-inner"
			style={{ backgroundColor: light.felt, borderBottom: `3px solid ${light.brass}`, padding: "18px 36px 16px" }}
		>
			<Text
				className="masthead"
				style={{ ...wrap, color: light.onFelt, fontSize: 17, lineHeight: "23px", fontWeight: 650, margin: 0 }}
			>
				{props.vendorName}
			</Text>
			{props.casinoName ? (
				<Text
					className="masthead"
					style={{ ...wrap, color: "#efe2bf", fontSize: 14, lineHeight: "20px", margin: "2px 0 0" }}
				>
					for {shorten(props.casinoName, 140)}
				</Text>
			) : null}
		</Section>
	);
}

function Footer({ context }: { context: MailContext }) {
	const small = { ...wrap, color: light.muted, fontSize: 13, lineHeight: "20px", margin: "0 0 6px" } as const;
	return (
		<Section className="k-inner" style={{ padding: "0 36px 24px" }}>
			<Section className="k-line" style={{ borderTop: `1px solid ${light.line}`, paddingTop: 16 }}>
				<Text className="k-muted" style={small}>
					{context.supportEmail
						? `Questions? Write to ${context.supportEmail}.`
						: `Questions? Ask your contact at ${context.vendorName}.`}
				</Text>
				<Text className="k-muted" style={{ ...small, margin: 0 }}>
					{context.vendorName} sends this through Keyturn, its onboarding system at {new URL(context.serverUrl).host}.
				</Text>
			</Section>
		</Section>
	);
}
