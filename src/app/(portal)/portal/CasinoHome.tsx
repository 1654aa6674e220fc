import { StatusBadge } from "@/admin/parts/StatusBadge";
import type { PortalCasino, PortalHome } from "@/operations/views/readPortalHome";
import { sayRole } from "../../parts/sayRole";
import { Hours } from "./Hours";
import { PlanHome } from "./plan/PlanHome";
import { Standing } from "./Standing";

/** One casino: where it stands first, then people and hours. */
export function CasinoHome({ casino, home }: { casino: PortalCasino; home: PortalHome }) {
	return (
		<article className="casino">
			<header className="casino__top">
				<p className="overline">{casino.roles.map(sayRole).join(", ")}</p>
				<h1>{casino.name}</h1>
			</header>
			{casino.plan ? (
				<PlanHome plan={casino.plan} roles={casino.roles} userId={home.person.id} vendorName={home.vendorName}>
					<Standing casino={casino} home={home} />
				</PlanHome>
			) : (
				<Standing casino={casino} home={home} />
			)}
			<div className="casino__columns">
				<People casino={casino} />
				{casino.hours ? <Hours name={casino.name} timezone={casino.timezone} hours={casino.hours} /> : null}
			</div>
		</article>
	);
}

function People({ casino }: { casino: PortalCasino }) {
	return (
		<section className="panel" aria-label={`People of ${casino.name}`}>
			<h2>Who is who</h2>
			{casino.contacts.length > 0 ? (
				<dl className="people">
					{casino.contacts.map(({ duty, name, email }) => (
						<div key={duty}>
							<dt className="quiet">{duty}</dt>
							<dd>
								{name}
								{email ? <a href={`mailto:${email}`}>{email}</a> : null}
							</dd>
						</div>
					))}
				</dl>
			) : null}
			{casino.people.length > 0 ? (
				<ul className="people">
					{casino.people.map((person) => (
						<li key={person.id}>
							<span>
								{person.name}
								{person.isYou ? <span className="quiet"> (you)</span> : null}
								<span className="quiet">{sayRole(person.role)}</span>
							</span>
							<StatusBadge status={person.status} label={person.status === "active" ? "Signed up" : "Invited"} />
						</li>
					))}
				</ul>
			) : (
				<p className="quiet">Nobody has been invited yet. The administrator is, as soon as set-up gets there.</p>
			)}
		</section>
	);
}
