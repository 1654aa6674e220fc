"use client";

import { RelativeTime } from "@/admin/parts/RelativeTime";
import { StatusBadge } from "@/admin/parts/StatusBadge";
import { sayDay } from "@/domain/calendar/sayDay";
import { isSettled } from "@/domain/playbook/itemStatus";
import { useWork } from "./planWork";

const words = { customer: "You", third_party: "Somebody else" } as const;

/** What the vendor does now, and whom it waits for. */
export function OurWork() {
	const { plan, vendorName } = useWork();
	const begun = new Set(plan.phases.filter(({ status }) => status === "active").map(({ key }) => key));
	const ours = plan.items.filter(
		({ owner, phase, status, kind }) =>
			owner === "vendor" && begun.has(phase) && !isSettled(status) && kind !== "exit_criterion",
	);
	const waits = plan.waits.filter(({ until }) => until === null);
	if (ours.length + waits.length === 0) return null;
	const shown = ours.slice(0, 4);
	return (
		<section className="panel" aria-label="Who is doing what">
			<h2>Who is doing what</h2>
			{waits.length > 0 ? (
				<ul className="waits">
					{waits.map(({ id, on, whom, what, since }) => (
						<li key={id}>
							<StatusBadge
								status="waiting"
								tone={on === "customer" ? "warn" : "waiting"}
								label={`Waiting for ${whom ?? (on === "us" ? vendorName : words[on].toLowerCase())}: ${what}`}
							/>{" "}
							<span className="quiet">
								since <RelativeTime at={since} />
							</span>
						</li>
					))}
				</ul>
			) : null}
			{shown.length > 0 ? (
				<>
					<p className="quiet">{vendorName} is on:</p>
					<ul className="todo">
						{shown.map(({ id, title, status, forecastAt }) => (
							<li key={id}>
								<div className="todo__top">
									<span>{title}</span>
									{status === "in_progress" ? <StatusBadge status="running" label="In progress" /> : null}
								</div>
								{forecastAt ? <span className="quiet">expected {sayDay(forecastAt, plan.casino.timezone)}</span> : null}
							</li>
						))}
					</ul>
					{ours.length > shown.length ? <p className="quiet">And {ours.length - shown.length} more.</p> : null}
				</>
			) : null}
		</section>
	);
}
