import type { Address, Casino360, Contact } from "@/operations/views/casino360Facts";
import { slug } from "@/slugs";
import { createPath, formPath, recordPath } from "../parts/adminPath";
import { CopyId } from "../parts/CopyId";
import { Card, Fact, Unknown } from "./Card";

const channels: Record<string, string> = { email: "e-mail", phone: "phone", sms: "SMS", chat: "chat" };

/** Who they are, where they are and whom to call. */
export function CompanyCard({ facts: { casino, company, onboarding } }: { facts: Casino360 }) {
	const casinoForm = `/admin/collections/${slug.casinos}/${casino.id}`;
	const companyForm = company ? recordPath(slug.companies, company.id) : createPath(slug.companies);
	return (
		<Card title="Company and contacts" action={company ? { href: companyForm, label: "Company" } : undefined}>
			<dl className="kt-facts">
				<Fact name="Company">
					{company?.name ?? <Unknown why="the casino has none" href={casinoForm} action="choose one" />}
				</Fact>
				<Fact name="Address">
					<PostalAddress address={company?.address ?? null} href={companyForm} />
				</Fact>
				<Fact name="Site">
					<PostalAddress address={casino.address} href={casinoForm} />
				</Fact>
				<Fact name="Phone">
					{company?.phone ? (
						<a href={`tel:${company.phone.replaceAll(/[^+\d]/g, "")}`}>{company.phone}</a>
					) : (
						<Unknown href={companyForm} action="add it" />
					)}
				</Fact>
				<Fact name="Billing">
					{company?.billingEmail ? (
						<a href={`mailto:${company.billingEmail}`}>{company.billingEmail}</a>
					) : (
						<Unknown href={companyForm} action="add an address" />
					)}
				</Fact>
				<Fact name="Operations lead">
					<ContactLine
						contact={onboarding?.operationsLead}
						href={onboarding ? formPath(slug.onboardings, onboarding.id) : undefined}
					/>
				</Fact>
				<Fact name="Admin contact">
					<ContactLine
						contact={onboarding?.adminContact}
						href={onboarding ? formPath(slug.onboardings, onboarding.id) : undefined}
					/>
				</Fact>
				<Fact name="Time zone">{casino.timezone}</Fact>
				{company?.stripeId ? (
					<Fact name="Stripe customer">
						<CopyId id={company.stripeId} label="Stripe customer" />
					</Fact>
				) : null}
				{casino.notes ? <Fact name="Notes">{casino.notes}</Fact> : null}
			</dl>
		</Card>
	);
}

function PostalAddress({ address, href }: { address: Address | null; href: string }) {
	const lines = address
		? [
				address.line1,
				address.line2,
				[address.postalCode, address.city].filter(Boolean).join(" "),
				address.country,
			].filter(Boolean)
		: [];
	if (lines.length === 0) return <Unknown href={href} action="add it" />;
	return (
		<>
			{lines.join(", ")}
			{address?.line1 ? null : (
				<>
					{" · "}
					<Unknown why="no street" href={href} action="add it" />
				</>
			)}
		</>
	);
}

function ContactLine({ contact, href }: { contact: Contact | undefined; href: string | undefined }) {
	if (!contact?.email && !contact?.name) {
		return (
			<Unknown
				why={href ? "the gate waits for a name" : "no onboarding yet"}
				href={href}
				action={href ? "name them" : undefined}
			/>
		);
	}
	return (
		<>
			{contact.name ?? "no name"}
			{contact.email ? (
				<>
					{" · "}
					<a href={`mailto:${contact.email}`}>{contact.email}</a>
				</>
			) : null}
			{contact.preferredChannel ? (
				<span className="kt-muted"> · prefers {channels[contact.preferredChannel] ?? contact.preferredChannel}</span>
			) : null}
		</>
	);
}
