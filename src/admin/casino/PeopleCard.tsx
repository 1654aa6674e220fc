import { Link } from "@payloadcms/ui";
import type { Casino360, Person } from "@/operations/views/casino360Facts";
import { slug } from "@/slugs";
import { createPath, listPath, recordPath } from "../parts/adminPath";
import { EmptyState } from "../parts/EmptyState";
import { RelativeTime } from "../parts/RelativeTime";
import { StatusBadge } from "../parts/StatusBadge";
import { sayRoleName } from "../plan/sayRoleName";
import { Card, More } from "./Card";

/** The customer's people: accounts, staff and invitations, one line a person. */
export function PeopleCard({ facts: { casino, people, totals } }: { facts: Casino360 }) {
	return (
		<Card title="People" action={{ href: createPath(slug.staffInvites), label: "Invite" }}>
			{people.length === 0 ? (
				<EmptyState title="Nobody yet">
					Provisioning invites the admin contact. <Link href={createPath(slug.staffInvites)}>Invite somebody else</Link>
				</EmptyState>
			) : (
				<ul className="kt-list">
					{people.map((person) => (
						<li key={person.email}>
							<p className="kt-list__head">
								<Link href={recordOf(person)} prefetch={false}>
									{person.name ?? person.email}
								</Link>
								<Presence person={person} />
							</p>
							<p className="kt-muted">
								<a href={`mailto:${person.email}`}>{person.email}</a> · {person.roles.map(sayRoleName).join(", ")}
							</p>
						</li>
					))}
				</ul>
			)}
			<More shown={people.length} total={totals.people} href={listPath(slug.staff, { casino: casino.id })} />
		</Card>
	);
}

function recordOf({ account, staff, invite }: Person): string {
	if (account) return recordPath(slug.users, account.id);
	return staff ? recordPath(slug.staff, staff.id) : recordPath(slug.staffInvites, invite?.id ?? "");
}

function Presence({ person: { account, staff, invite } }: { person: Person }) {
	if (account) {
		return account.lastSignInAt ? (
			<span>
				signed in <RelativeTime at={account.lastSignInAt} />
			</span>
		) : (
			<StatusBadge status="attention" label="Never signed in" />
		);
	}
	if (invite) {
		return (
			<span className="kt-line">
				<StatusBadge status={invite.status} label={invite.status === "expired" ? "Invitation expired" : "Invited"} />
				<RelativeTime at={invite.expiresAt} />
			</span>
		);
	}
	return (
		<StatusBadge
			status={staff?.status ?? "unknown"}
			label={staff?.status === "active" ? "Staff, no account" : undefined}
		/>
	);
}
