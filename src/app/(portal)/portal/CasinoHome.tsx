import { sayRoleName } from "@/admin/plan/sayRoleName";
import type { PortalCasino, PortalHome } from "@/operations/views/readPortalHome";
import { Hours } from "./Hours";
import { People } from "./people/People";
import { Announced } from "./plan/Announced";
import { PlanHome } from "./plan/PlanHome";
import { Standing } from "./Standing";

/** One casino: how far it is and what is next, then people and hours. */
export function CasinoHome({ casino, home }: { casino: PortalCasino; home: PortalHome }) {
	const standing = <Standing casino={casino} home={home} />;
	const about = (
		<>
			<People casino={casino} vendorName={home.vendorName} />
			{casino.hours ? <Hours name={casino.name} timezone={casino.timezone} hours={casino.hours} /> : null}
		</>
	);
	return (
		<article className="casino">
			<header className="casino__top">
				<p className="overline">{casino.roles.map(sayRoleName).join(", ")}</p>
				<h1>{casino.name}</h1>
			</header>
			{casino.plan ? (
				<PlanHome
					plan={casino.plan}
					me={{ id: home.person.id, roles: casino.roles }}
					vendorName={home.vendorName}
					announced={<Announced plan={casino.plan} name={home.person.name} address={casino.signInUrl} />}
					standing={standing}
				>
					{about}
				</PlanHome>
			) : (
				<div className="casino__grid">
					<div className="casino__main">{standing}</div>
					<div className="casino__side">{about}</div>
				</div>
			)}
		</article>
	);
}
