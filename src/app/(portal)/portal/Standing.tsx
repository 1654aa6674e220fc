import { RelativeTime } from "@/admin/parts/RelativeTime";
import { StatusBadge } from "@/admin/parts/StatusBadge";
import type { Tone } from "@/admin/parts/toneOf";
import type { PortalCasino, PortalHome, PortalStep } from "@/operations/views/readPortalHome";
import { sayStep } from "./sayStep";

/** Where the casino stands, in one sentence; then what is done and what comes next. */
export function Standing({ casino, home }: { casino: PortalCasino; home: PortalHome }) {
	const steps = casino.run?.steps ?? [];
	const done = steps.filter(isDone).length;
	const isSettingUp = casino.run !== null && casino.status === "provisioning";
	return (
		<section className="panel panel--first" aria-label={`Where ${casino.name} stands`}>
			<Headline casino={casino} vendorName={home.vendorName} />
			{isSettingUp ? (
				<div className="progress">
					<progress max={steps.length} value={done} aria-label="Set-up" />
					<span className="quiet">
						{done} of {steps.length} steps
					</span>
				</div>
			) : null}
			{casino.waitingFor.length > 0 ? (
				<>
					<p>Set-up starts automatically. It waits until:</p>
					<ul className="waits">
						{casino.waitingFor.map((condition) => (
							<li key={condition}>
								<StatusBadge status="pending" label={capital(condition)} />
							</li>
						))}
					</ul>
				</>
			) : null}
			{steps.length > 0 ? <Steps steps={steps} isOpen={isSettingUp} /> : null}
			<NextStep casino={casino} />
		</section>
	);
}

const isDone = ({ status }: PortalStep) => status === "succeeded" || status === "skipped";

function Headline({ casino, vendorName }: { casino: PortalCasino; vendorName: string }) {
	const { run, status } = casino;
	if (status === "live") {
		return (
			<>
				<h2>
					<StatusBadge status="live" label="Ready to work in" />
				</h2>
				{run?.finishedAt ? (
					<p className="quiet">
						Set up <RelativeTime at={run.finishedAt} />.
					</p>
				) : null}
			</>
		);
	}
	if (status === "provisioning") {
		const isStuck = run?.status === "failed";
		return (
			<>
				<h2>
					<StatusBadge
						status={isStuck ? "attention" : "provisioning"}
						label={isStuck ? "Taking longer" : "Being set up"}
					/>
				</h2>
				<p>
					{isStuck
						? `One step did not work at the first go. ${vendorName} knows and is on it; nothing is lost, and you need do nothing.`
						: "This takes minutes at most. The page keeps itself up to date."}
				</p>
			</>
		);
	}
	const words: Record<string, [string, string]> = {
		prospect: ["Not started yet", ""],
		suspended: ["Paused", `Ask ${vendorName} what it needs to go on.`],
		closed: ["Closed", `Ask ${vendorName} if you did not expect this.`],
	};
	const [label, advice] = words[status] ?? [status, ""];
	return (
		<>
			<h2>
				<StatusBadge status={status} label={label} />
			</h2>
			{advice ? <p>{advice}</p> : null}
		</>
	);
}

const stepTones: Record<PortalStep["status"], [Tone, string]> = {
	pending: ["waiting", "To come"],
	running: ["moving", "Happening now"],
	succeeded: ["good", "Done"],
	failed: ["warn", "Being looked at"],
	skipped: ["ended", "Not needed"],
	undone: ["ended", "Taken back"],
};

function Steps({ steps, isOpen }: { steps: PortalStep[]; isOpen: boolean }) {
	return (
		<details open={isOpen}>
			<summary>What set-up {isOpen ? "does" : "did"}</summary>
			<ol className="steps">
				{steps.map(({ step, title, status }) => {
					const [tone, label] = stepTones[status];
					return (
						<li key={step}>
							<span>{sayStep(step, title)}</span>
							<StatusBadge status={status} tone={tone} label={label} />
						</li>
					);
				})}
			</ol>
		</details>
	);
}

/** What the administrator does first, in the playbook's words. */
function NextStep({ casino }: { casino: PortalCasino }) {
	if (casino.status !== "live" || !casino.roles.includes("casino_admin")) return null;
	return (
		<div className="next">
			<strong>Your first steps</strong>
			<ol>
				{casino.words.firstSteps.map((step) => (
					<li key={step}>{step}</li>
				))}
			</ol>
		</div>
	);
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
