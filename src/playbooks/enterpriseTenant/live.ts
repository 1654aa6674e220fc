import { criterion, days, phase, task } from "../write";

export const live = phase(
	"live",
	"Live",
	"The tenant works within its limits, and the first week brought nothing that waits.",
	[
		criterion("go_live_done", "The tenant is live", { due: days(0).after("go_live") }),
		task("watch_usage", "Look at usage against the limits after the first week", {
			asks: ["casino_admin"],
			tells: ["finance_contact"],
			due: days(7).after("go_live"),
		}),
		criterion("first_week_done", "The first week's check-ins are done", { due: days(7).after("go_live") }),
	],
);
