"use client";

import { useState } from "react";
import { usePlan } from "../plan/planContext";
import { UpgradeDialog } from "./UpgradeDialog";
import "./upgrade.css";

/** That the playbook has a newer version than the one this onboarding follows, and the way to it. Else nothing. */
export function UpgradeNotice() {
	const { plan, mayPlan } = usePlan();
	const [isOpen, setOpen] = useState(false);
	const { playbook, status } = plan;
	const isOver = status === "completed" || status === "cancelled";
	if (!playbook || playbook.newest <= playbook.version || isOver) return null;
	return (
		<div className="kt-upgrade">
			<span>
				It follows version {playbook.version} of “{playbook.name}”. Version {playbook.newest} is published.
			</span>
			{mayPlan ? (
				<button type="button" className="kt-link" onClick={() => setOpen(true)}>
					Compare with version {playbook.newest}
				</button>
			) : null}
			{isOpen ? <UpgradeDialog onClose={() => setOpen(false)} /> : null}
		</div>
	);
}
