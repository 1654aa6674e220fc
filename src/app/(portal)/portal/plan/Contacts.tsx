import { Reach } from "@/admin/parts/Reach";
import type { OnboardingPlan } from "@/operations/plan/onboardingPlan";

/** Whom to reach during the first live shifts, at once and by name. */
export function Contacts({ people }: { people: OnboardingPlan["escalation"] }) {
	if (people.length === 0) return null;
	return (
		<section className="panel" aria-label="Contacts">
			<h2>Contacts</h2>
			<ul className="people">
				{people.map(({ name, role, reach }) => (
					<li key={`${name} ${reach}`}>
						<span className="people__who">
							{name}
							{role ? <span className="quiet">{role}</span> : null}
						</span>
						<Reach reach={reach} />
					</li>
				))}
			</ul>
		</section>
	);
}
