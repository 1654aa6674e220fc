import type { WaitingOn } from "@/operations/live/onboardingLive";

export const whoWords: Readonly<Record<WaitingOn["who"], string>> = {
	vendor: "Us",
	customer: "The customer",
	third_party: "A third party",
	system: "Keyturn",
	nobody: "Nobody",
};
