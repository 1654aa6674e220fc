import { asUser } from "@/access/authority";
import type { ImportKind } from "@/domain/floor/floorImport";
import { topTasks } from "@/domain/topTasks";
import { importFloor } from "@/operations/floor/importFloor";
import { syncProductNow } from "@/operations/product/syncProduct";
import { slug } from "@/slugs";
import { actAs } from "./actAs";
import { type Desk, together } from "./desk";
import { daysAgo } from "./handleItems";
import { enter } from "./journey";
import type { Opened } from "./openCustomer";
import { tryAgain } from "./tryAgain";

const areas = ["name,kind,status", "Main pit,pit,active", "Salon privé,high_limit,active"].join("\n");

const tables = (currency: string) =>
	[
		"name,area,game,min_bet,max_bet,currency,status,in_pilot",
		`BJ 1,Main pit,blackjack,25,5000,${currency},open,yes`,
		`BJ 2,Main pit,blackjack,25,5000,${currency},open,yes`,
		`RL 1,Main pit,roulette,25,5000,${currency},open,yes`,
		`BA 1,Salon privé,baccarat,100,20000,${currency},open,no`,
		`BA 2,Salon privé,baccarat,100,20000,${currency},open,no`,
	].join("\n");

/** A file is taken in, as operations does it with what the customer sent. */
export async function takeIn(desk: Desk, customer: Opened, kind: ImportKind, csv: string): Promise<void> {
	const req = await actAs(desk, customer, "ops");
	await importFloor({ req, casinoId: customer.casino.id, kind, csv, apply: true, invite: false });
}

/** Areas and tables from the customer's files, and in the product. */
export async function takeInFloor(desk: Desk, customer: Opened): Promise<void> {
	await takeIn(desk, customer, "areas", areas);
	await takeIn(desk, customer, "tables", tables(customer.facts.currency));
	await bringToProduct(desk, customer);
}

async function bringToProduct(desk: Desk, customer: Opened): Promise<void> {
	const req = await actAs(desk, customer, "ops");
	await tryAgain(() => syncProductNow({ req, casinoId: customer.casino.id }));
}

/** Areas, tables, game settings and the boundaries of the system of record, with the stopwatch's figures. */
export async function layOutFloor(desk: Desk, customer: Opened): Promise<void> {
	const { casino, onboarding } = customer;
	await takeInFloor(desk, customer);
	await agreeScope(desk, customer);
	await setUpGames(desk, customer);
	await bringToProduct(desk, customer);
	await together(desk, async (system) => {
		for (const [index, task] of topTasks.entries()) {
			await desk.payload.create({
				collection: slug.spotChecks,
				data: {
					casino: casino.id,
					onboarding: onboarding.id,
					task,
					seconds: 70 + 35 * index,
					observedAt: daysAgo(0),
				},
				depth: 0,
				...system,
			});
		}
	});
}

/** The whole floor, around the clock. */
async function agreeScope(desk: Desk, customer: Opened): Promise<void> {
	const { payload, system } = desk;
	const where = { casino: { equals: customer.casino.id } };
	const { docs: areas } = await payload.find({ collection: slug.floorAreas, where, depth: 0, ...system });
	await enter(desk, customer, {
		scope: {
			areas: areas.map(({ id }) => id),
			shifts: [
				{ name: "Early", starts: "06:00", ends: "14:00" },
				{ name: "Late", starts: "14:00", ends: "22:00" },
				{ name: "Night", starts: "22:00", ends: "06:00" },
			],
		},
	});
}

/** By the casino's administrator: the audit log shows whose change it is. */
async function setUpGames(desk: Desk, customer: Opened): Promise<void> {
	const req = await actAs(desk, customer, "casino_admin");
	await desk.payload.update({
		collection: slug.casinoSettings,
		where: { casino: { equals: customer.casino.id } },
		data: {
			games: [
				{ game: "blackjack", variant: "Six decks, dealer stands", minBet: 2_500, maxBet: 500_000 },
				{ game: "baccarat", variant: "Punto banco", minBet: 10_000, maxBet: 2_000_000 },
			],
			boundaries: [
				{ record: "Visits and ratings", firstIn: "product", fallback: "Rating slips, entered within the shift" },
				{
					record: "Fills and credits",
					firstIn: "paper",
					onPaper: "Signed slips, for accounting",
					fallback: "The same slips",
				},
				{ record: "Player notes", firstIn: "product", fallback: "The pit's note book" },
			],
		},
		depth: 0,
		...asUser(req),
	});
}
