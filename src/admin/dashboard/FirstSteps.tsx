import { Link } from "@payloadcms/ui";
import type { DashboardPortfolio } from "@/operations/views/dashboardFacts";
import { slug } from "@/slugs";
import { createPath } from "../parts/adminPath";

/** How to take in the first customer: four steps, ticked as the records appear. */
export function FirstSteps({ has }: { has: DashboardPortfolio["has"] }) {
	const steps = [
		{
			isDone: has.casino,
			title: "Add the customer",
			text: "A company is who signs and pays; a casino is the tenant you will open for them.",
			links: [
				{ href: createPath(slug.companies), label: "Add a company" },
				{ href: createPath(slug.casinos), label: "Add a casino" },
			],
		},
		{
			isDone: has.onboarding,
			title: "Open the onboarding",
			text: "Name the operations lead and the admin contact: the gate waits for both.",
			links: [{ href: createPath(slug.onboardings), label: "Open an onboarding" }],
		},
		{
			isDone: has.contract,
			title: "Record the signed contracts",
			text: "The master agreement and the order form, which says plan, sites and seats. Set each to Signed.",
			links: [{ href: createPath(slug.contracts), label: "Add a contract" }],
		},
		{
			isDone: has.invoice,
			title: "Send the invoice",
			text: "When it is paid, the tenant is provisioned automatically and the administrator is invited.",
			links: [{ href: createPath(slug.invoices), label: "Add an invoice" }],
		},
	];
	return (
		<section className="kt-first" aria-labelledby="kt-first-title">
			<h2 id="kt-first-title">Add your first customer</h2>
			<ol>
				{steps.map(({ isDone, title, text, links }, index) => (
					<li key={title} data-done={isDone}>
						<span className="kt-first__number" aria-hidden="true">
							{isDone ? "✓" : index + 1}
						</span>
						<h3>
							{title}
							{isDone ? <span className="kt-sr"> (done)</span> : null}
						</h3>
						<p>{text}</p>
						<p className="kt-first__links">
							{links.map(({ href, label }) => (
								<Link key={href} href={href} prefetch={false}>
									{label}
								</Link>
							))}
						</p>
					</li>
				))}
			</ol>
		</section>
	);
}
