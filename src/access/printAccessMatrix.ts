import { printTable } from "@/domain/printTable";
import { type CollectionRule, fieldGroups, matrix, type Operation } from "./matrix";
import { customerRoles, grants, type Role, vendorRoles } from "./roles";

const introduction = `# Who may do what

Printed from \`src/access/matrix.ts\`; a test keeps this page current. Do not edit it.

\`c\` create, \`r\` read (lists, counts, single records, versions, files), \`u\` update, \`d\` delete, \`p\` posts
by a route of its own; an empty cell is nothing. What is not listed is
refused. A vendor role acts on the rows of every customer; a customer role on rows of the casinos it is held in, and on no others. Everybody
with an account reads and updates their own. What a role may not read it may not filter or sort by either.

Scope says how a row tells whose it is: \`casino\` by a field of that name, \`self\` it is the casino, \`people\` those who share a casino,
\`vendor\` no customer ever sees one. Where a box of the row is named under “only with”, customers and their service accounts see, count
and reach the rows in which it is ticked, and no others; the vendor's people see them all. Many fields are written by the system alone,
whatever stands here: amounts paid, statuses that settlement, provisioning or the plan moves, ids and hashes.`;

const groupsIntroduction = `## Groups of fields

Inside a row that is readable. “row” adds nothing to the row's own rule.`;

const grantsIntroduction = `## Who gives which role

To somebody else; to oneself nobody gives any, under whatever address of one's mailbox. Taking a role away is no gift. A role that
is not listed gives none. It holds for invitations, staff lists and files, memberships, vendor roles, more time in one, and for enabling
somebody who was disabled.`;

/** The access matrix as a Markdown page, for the documentation. */
export function printAccessMatrix(): string {
	return `${[
		introduction,
		printCollections("The vendor's people", vendorRoles, (rule) => ({ scope: rule.scope })),
		printCollections("A customer's people, and service accounts", customerRoles, (rule) => ({
			service: [rule.serviceMayRead ? "r" : "", rule.serviceMayPost ? "p" : ""].join(""),
			"only with": rule.customersSee ? `\`${rule.customersSee}\`` : "",
		})),
		groupsIntroduction,
		printGroups(),
		grantsIntroduction,
		printGrants(),
	].join("\n\n")}\n`;
}

function printCollections(
	title: string,
	roles: readonly Role[],
	more: (rule: CollectionRule) => Record<string, string>,
): string {
	const rows = Object.entries(matrix).map(([collection, rule]) => ({
		collection: `\`${collection}\``,
		...Object.fromEntries(roles.map((role) => [role, lettersOf(rule, role)])),
		...more(rule),
	}));
	return `## ${title}\n\n${printTable(rows)}`;
}

const operations: readonly Operation[] = ["create", "read", "update", "delete"];

function lettersOf(rule: CollectionRule, role: Role): string {
	return operations
		.filter((operation) => rule.allow[operation].includes(role))
		.map((operation) => operation.charAt(0))
		.join("");
}

function printGroups(): string {
	const nameRoles = (roles: readonly Role[]) =>
		vendorRoles.every((role) => roles.includes(role))
			? ["the vendor", ...roles.filter((role) => !vendorRoles.some((one) => one === role))].join(", ")
			: roles.join(", ");
	return printTable(
		Object.entries(fieldGroups).map(([group, { read, write }]) => ({
			group: `\`${group}\``,
			"may read": read === "row" ? "row" : nameRoles(read),
			"may write": nameRoles(write),
		})),
	);
}

function printGrants(): string {
	return printTable(Object.entries(grants).map(([role, given]) => ({ role: `\`${role}\``, gives: given.join(", ") })));
}
