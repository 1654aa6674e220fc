import { randomInt } from "node:crypto";
import type { Api } from "./createApi";

type Created = { doc: { id: string } };

/** Who the demo takes in. Fictional, and fresh each time. */
export type Newcomer = {
	casinoName: string;
	admin: { name: string; email: string };
	purchaserEmail: string;
	amountDue: number;
	currency: string;
};

export type Ids = { company: string; casino: string; onboarding: string; invoice: string };

const birds = ["Nightjar", "Kestrel", "Avocet", "Bittern", "Wheatear", "Dunlin", "Goldcrest", "Turnstone"];

export function inventNewcomer(): Newcomer {
	const bird = birds[randomInt(birds.length)] ?? "Nightjar";
	const number = randomInt(1000, 9999);
	const domain = `${bird.toLowerCase()}-${number}.example`;
	return {
		casinoName: `The Copper ${bird} ${number}`,
		admin: { name: "Robin Achterberg", email: `robin@${domain}` },
		purchaserEmail: `accounts@${domain}`,
		amountDue: 1_800_000,
		currency: "usd",
	};
}

/** One document made through REST, as the admin panel does. */
export async function create(api: Api, token: string, collection: string, body: object): Promise<string> {
	const { doc } = await api<Created>("POST", `/${collection}?depth=0`, { token, body });
	return doc.id;
}

/** The id of the plan to sell: the standard one, else any; none where there is none. */
export async function findPlan(api: Api, token: string): Promise<string | undefined> {
	const { docs } = await api<{ docs: { id: string; key: string }[] }>("GET", "/plans?depth=0&limit=50", { token });
	return (docs.find(({ key }) => key === "floor-standard") ?? docs[0])?.id;
}
