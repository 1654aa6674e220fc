"use client";

import { Button } from "@payloadcms/ui";
import { useState } from "react";
import { RelativeTime } from "../parts/RelativeTime";
import { AnnouncementDialog } from "./AnnouncementDialog";
import { usePlan } from "./planContext";
import { RailCard } from "./RailCard";

/** The go-live announcement: sent or not, to whom, and the way to send it. Only where the playbook has one. */
export function AnnouncementCard() {
	const { plan, mayPlan } = usePlan();
	const [isOpen, setOpen] = useState(false);
	const isAsked = plan.items.some((item) => item.key === announcement || item.criterion === announcement);
	if (!isAsked && !plan.announcement) return null;
	const isSent = plan.announcement !== null && plan.announcement.subject !== null;
	const isOver = plan.status === "completed" || plan.status === "cancelled";
	return (
		<RailCard title="Go-live announcement">
			{plan.announcement ? (
				<p>
					Announced <RelativeTime at={plan.announcement.sentAt} />.
				</p>
			) : (
				<p className="kt-muted">Not sent yet.</p>
			)}
			{mayPlan && (isSent || !isOver) ? (
				<Button type="button" size="small" margin={false} buttonStyle="secondary" onClick={() => setOpen(true)}>
					{isSent ? "Show announcement" : "Write announcement"}
				</Button>
			) : null}
			{isOpen ? <AnnouncementDialog onClose={() => setOpen(false)} /> : null}
		</RailCard>
	);
}

const announcement = "go_live_announcement";
