import { RelativeTime } from "@/admin/parts/RelativeTime";
import { fillWords } from "@/domain/playbook/words";
import type { OnboardingPlan } from "@/operations/plan/onboardingPlan";

/** What was announced of the go-live, as it was sent. */
export function Announced({ plan, name, address }: { plan: OnboardingPlan; name: string; address: string }) {
	const { announcement, casino } = plan;
	if (!announcement) return null;
	const fill = (text: string) => fillWords(text, { name, workspace: casino.name, address });
	return (
		<section className="panel" aria-label="Go-live announcement">
			<h2>{announcement.subject ? fill(announcement.subject) : "Go-live announcement"}</h2>
			<p style={{ whiteSpace: "pre-line" }}>{fill(announcement.text)}</p>
			<p className="quiet">
				Announced <RelativeTime at={announcement.sentAt} />.
			</p>
		</section>
	);
}
