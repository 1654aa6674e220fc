import { StatusBadge } from "@/admin/parts/StatusBadge";
import type { PortalCasino, PortalHome } from "@/operations/views/readPortalHome";
import { findNextStep, maySignOff } from "./plan/findNextStep";

/** Whoever belongs to several casinos sees one at a time, and where it is their turn. */
export function CasinoChoice({ home, shown }: { home: PortalHome; shown: PortalCasino }) {
	if (home.casinos.length < 2) return null;
	return (
		<nav className="choice" aria-label={`Your ${shown.words.tenants}`}>
			<ul>
				{home.casinos.map((casino) => (
					<li key={casino.id}>
						<a href={`/portal?casino=${casino.id}`} aria-current={casino.id === shown.id ? "page" : undefined}>
							<span className="choice__name">{casino.name}</span>
							{isTheirTurn(casino, home.person.id) ? (
								<StatusBadge status="attention" label="Your turn" />
							) : (
								<StatusBadge status="waiting" tone="waiting" label="Nothing for you now" />
							)}
						</a>
					</li>
				))}
			</ul>
		</nav>
	);
}

function isTheirTurn({ plan, roles }: PortalCasino, id: string): boolean {
	if (!plan) return false;
	const me = { id, roles };
	return maySignOff(plan, me) || findNextStep(plan, me) !== null;
}
