import type { Slug } from "@/slugs";

/**
 * Who may do what, written by hand from the design. The vendor's people act on every row; a customer's on rows of
 * the casino they hold the role in, and on no others. `c` create, `r` read (list, count, by id, versions), `u` update,
 * `d` delete; `-` nothing. Everybody with an account reads and updates their own row of `users` besides.
 */
const table = `
                    admin ops  manager finance compliance auditor | executive_sponsor operations_lead compliance_lead it_contact finance_contact casino_admin pit_boss cashier | service
users               crud  cru  r       r       r          r       | r                 r               r               r          r               r            r        r       | -
api-clients         crud  -    -       -       r          r       | -                 -               -               -          -               -            -        -       | -
companies           crud  cru  r       cru     r          r       | -                 -               -               -          -               -            -        -       | -
casinos             cru   cru  ru      r       r          r       | r                 r               r               r          r               r            r        r       | r
casino-settings     cru   cru  r       r       r          r       | r                 r               r               r          r               ru           r        r       | r
contracts           crud  cru  r       r       r          r       | r                 r               r               r          r               r            r        r       | -
invoices            cru   cru  r       cru     r          r       | r                 r               r               r          r               r            r        r       | r
approvals           r     r    r       r       r          r       | -                 -               -               -          -               -            -        -       | -
subscriptions       r     r    r       r       r          r       | r                 r               r               r          r               r            r        r       | r
plans               cru   r    r       cru     r          r       | -                 -               -               -          -               -            -        -       | -
entitlements        cru   r    r       r       r          r       | r                 r               r               r          r               r            r        r       | r
payments            r     r    r       r       r          r       | r                 -               -               -          r               -            -        -       | -
payment-events      r     r    r       r       r          r       | -                 -               -               -          -               -            -        -       | -
playbooks           cru   cru  r       r       r          r       | -                 -               -               -          -               -            -        -       | -
playbook-versions   r     r    r       r       r          r       | -                 -               -               -          -               -            -        -       | -
onboardings         cru   cru  cru     r       r          r       | r                 r               r               r          r               r            r        r       | r
checklists          r     r    r       r       r          r       | r                 r               r               r          r               r            r        r       | r
checklist-items     ru    ru   ru      r       r          r       | r                 r               r               r          r               r            r        r       | r
opinions            r     r    r       r       r          r       | -                 -               -               -          -               -            -        -       | -
decisions           r     r    r       r       r          r       | r                 r               r               r          r               r            r        r       | -
waits               crud  cru  cru     r       r          r       | r                 r               r               r          r               r            r        r       | -
training-sessions   cru   cru  cru     r       r          r       | r                 r               r               r          r               r            r        r       | -
pilot-issues        cru   cru  cru     r       r          r       | r                 cr              r               r          r               cr           cr       r       | -
spot-checks         crud  cru  cru     r       r          r       | r                 cr              r               r          r               cr           r        r       | -
adoption-reports    cru   cru  cru     r       r          r       | r                 r               r               r          r               r            r        r       | r
provisioning-runs   r     r    r       r       r          r       | r                 r               r               r          r               r            r        r       | r
provisioning-steps  r     r    r       r       r          r       | r                 r               r               r          r               r            r        r       | r
check-ins           cru   cru  cru     r       r          r       | r                 r               r               r          r               r            r        r       | -
acceptances         r     r    r       r       r          r       | -                 -               -               -          -               -            -        -       | -
floor-areas         crud  crud r       r       r          r       | r                 r               r               r          r               crud         r        r       | r
gaming-tables       crud  crud r       r       r          r       | r                 r               r               r          r               crud         r        r       | r
staff               cru   cru  r       r       r          r       | r                 r               r               r          r               cru          r        r       | r
staff-invites       cr    cr   r       r       r          r       | r                 r               -               -          -               cr           -        -       | -
messages            r     r    r       r       r          r       | -                 -               -               -          -               -            -        -       | -
risks               cru   cru  cru     cru     r          r       | -                 -               -               -          -               -            -        -       | -
audit-entries       r     r    r       r       r          r       | -                 -               -               -          -               -            -        -       | -
media               crud  cru  cr      cr      cr         r       | cr                cr              cr              cr         cr              cr           cr       cr      | -
`;

const [head = [], ...lines] = table
	.trim()
	.split("\n")
	.map((line) => line.replaceAll("|", " ").trim().split(/\s+/));

/** The operations a role has on a collection, as letters. `service` has every scope; anonymous has nothing. */
export function expected(slug: Slug, role: string): string {
	const column = head.indexOf(role);
	const line = lines.find(([name]) => name === slug);
	const cell = line?.[column + 1];
	if (column === -1 || cell === undefined) throw new Error(`The table says nothing about ${role} on ${slug}.`);
	return cell.replaceAll("-", "");
}

/** Collections whose history is kept. */
export const versioned: readonly Slug[] = ["contracts", "casino-settings", "playbooks"];

/** Collections some rows of which the vendor keeps to itself: a customer, and a customer's program, sees those with the mark. */
export const marked: readonly Slug[] = ["checklist-items", "decisions"];
