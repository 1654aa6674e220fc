"use client";

import { Link } from "@payloadcms/ui";
import { usePathname } from "next/navigation";
import { heldPaymentsPath, myWorkPath, portfolioPath, reportsPath } from "../parts/adminPath";
import "./nav.css";

const places = [
	{ href: "/admin", label: "Dashboard" },
	{ href: myWorkPath, label: "My work" },
	{ href: portfolioPath, label: "Portfolio" },
	{ href: reportsPath, label: "Reports" },
	{ href: heldPaymentsPath, label: "Held payments" },
];

/** The places that are not a list of records: where work comes in. */
export function WorkLinks() {
	const pathname = usePathname();
	return (
		<div className="kt-places">
			{places.map(({ href, label }) => (
				<Link
					key={href}
					href={href}
					prefetch={false}
					className="nav__link"
					aria-current={pathname === href ? "page" : undefined}
				>
					{pathname === href ? <span className="nav__link-indicator" /> : null}
					<span className="nav__link-label">{label}</span>
				</Link>
			))}
		</div>
	);
}
