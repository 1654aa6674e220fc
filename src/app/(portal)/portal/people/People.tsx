import type { CustomerRole } from "@/access/roles";
import { StatusBadge } from "@/admin/parts/StatusBadge";
import { sayRoleName } from "@/admin/plan/sayRoleName";
import { counted, lowered } from "@/domain/inWords";
import { findEmptyRoles } from "@/domain/playbook/findEmptyRoles";
import type { PortalCasino, PortalPerson } from "@/operations/views/readPortalHome";
import { InviteForm } from "./InviteForm";

const states = {
	active: ["active", "Signed up"],
	invited: ["invited", "Invited"],
	named: ["waiting", "Not invited yet"],
	disabled: ["ended", "Left"],
} as const;

/** The people on the customer's side, and which part nobody has yet. */
export function People({ casino, vendorName }: { casino: PortalCasino; vendorName: string }) {
	const empty = findMissing(casino);
	return (
		<section className="panel" aria-label={`People of ${casino.name}`}>
			<h2>People</h2>
			{empty.length > 0 ? (
				<ul className="missing">
					{empty.map(({ role, items }) => (
						<li key={role}>
							<StatusBadge status="attention" label={`No ${lowered(sayRoleName(role))} has signed up yet`} />
							<span className="quiet">{counted(items, "step")} wait</span>
						</li>
					))}
				</ul>
			) : null}
			{empty.length > 0 && !casino.mayInvite ? (
				<p className="quiet">Your administrator can invite them, or ask {vendorName}.</p>
			) : null}
			{casino.people.length > 0 ? (
				<ul className="people">
					{casino.people.map((person) => (
						<Person key={person.id} person={person} />
					))}
				</ul>
			) : (
				<p className="quiet">Nobody has been invited yet. The administrator is, as soon as set-up gets there.</p>
			)}
			{casino.mayInvite ? (
				<InviteForm casinoId={casino.id} suggested={(empty[0]?.role as CustomerRole | undefined) ?? "pit_boss"} />
			) : null}
		</section>
	);
}

function Person({ person: { name, email, roles, status, isYou } }: { person: PortalPerson }) {
	const [key, label] = states[status];
	return (
		<li>
			<span className="people__who">
				<span>
					{name}
					{isYou ? <span className="quiet"> (you)</span> : null}
				</span>
				<span className="quiet people__role">{roles.map(sayRoleName).join(", ")}</span>
				{email && !isYou ? <a href={`mailto:${email}`}>{email}</a> : null}
			</span>
			<StatusBadge status={key} label={label} />
		</li>
	);
}

/** Roles for which steps wait, that nobody has and nobody was invited to. */
function findMissing({ plan, people }: PortalCasino) {
	if (!plan || plan.status === "completed") return [];
	const held = plan.people.customer.flatMap(({ roles }) => roles);
	const invited = people.filter(({ status }) => status === "invited").flatMap(({ roles }) => roles);
	return findEmptyRoles({ items: plan.items, held, invited }).filter(({ isInvited }) => !isInvited);
}
