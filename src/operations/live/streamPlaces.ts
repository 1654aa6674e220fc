import { TooManyStreams, Unavailable } from "@/errors";
import { streamLimits } from "../limits/limits";

/** Who follows a live page. */
export type Holder = { isVendor: boolean; session: string; person: string; casinos: readonly string[] };

export type PlaceLimits = {
	all: number;
	vendorReserve: number;
	customer: { session: number; person: number; casino: number };
	vendor: { session: number; person: number };
};

/** Counts who follows live pages of this process, so that nobody takes the places of all others. */
export function createPlaces(limits: PlaceLimits = streamLimits) {
	const taken = new Map<string, number>();
	const countOf = (key: string) => taken.get(key) ?? 0;
	const add = (keys: readonly string[], by: 1 | -1) => {
		for (const key of keys) {
			if (countOf(key) + by > 0) taken.set(key, countOf(key) + by);
			else taken.delete(key);
		}
	};
	return {
		count: () => countOf("all"),
		/**
		 * @returns gives the place back; call it once
		 * @throws TooManyStreams for whom has enough, Unavailable when the server has
		 */
		take(holder: Holder): () => void {
			const own = holder.isVendor ? limits.vendor : limits.customer;
			const casinos = holder.isVendor ? [] : holder.casinos.map((id) => `casino ${id}`);
			const [session, person] = [`session ${holder.session}`, `person ${holder.person}`];
			if (countOf(session) >= own.session) throw new TooManyStreams("browser", own.session);
			if (countOf(person) >= own.person) throw new TooManyStreams("person", own.person);
			if (casinos.some((key) => countOf(key) >= limits.customer.casino)) {
				throw new TooManyStreams("casino", limits.customer.casino);
			}
			const open = limits.all - (holder.isVendor ? 0 : limits.vendorReserve);
			if (countOf(holder.isVendor ? "all" : "customers") >= open || countOf("all") >= limits.all) {
				throw new Unavailable(
					"Too many people are watching on this server. The page still works; reload it to see changes.",
				);
			}
			const keys = ["all", session, person, ...casinos, ...(holder.isVendor ? [] : ["customers"])];
			add(keys, 1);
			return () => add(keys, -1);
		},
	};
}
