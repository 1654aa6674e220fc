import "../parts/theme.css";
import "../parts/forms.css";
import "@/admin/parts/parts.css";
import "./portal.css";
import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { AskPassword } from "../parts/AskPassword";

/** Every page reads the database or the session: none is made when the application is built. */
export const dynamic = "force-dynamic";

export const metadata: Metadata = { title: { default: "Keyturn", template: "%s · Keyturn" }, robots: { index: false } };

export const viewport: Viewport = {
	themeColor: [
		{ media: "(prefers-color-scheme: light)", color: "#f7f4ef" },
		{ media: "(prefers-color-scheme: dark)", color: "#141210" },
	],
};

export default function Layout({ children }: { children: ReactNode }) {
	return (
		<html lang="en">
			<body>
				{children}
				<AskPassword />
			</body>
		</html>
	);
}
