import type { WaitedFor } from "@/domain/waitingOn";

export const whoWords: Readonly<Record<WaitedFor, string>> = {
	vendor: "Us",
	customer: "The customer",
	third_party: "A third party",
	system: "Keyturn",
	nobody: "Nobody",
};
