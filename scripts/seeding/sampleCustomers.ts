import type { CustomerRole } from "@/access/roles";
import type { SamplePlanKey } from "./samplePlans";
import type { PlanKey } from "./shippedPlans";

export type SamplePerson = { name: string; local: string };

/** A fictional customer. Addresses end in the reserved `.example`: no mail of a sample reaches anybody. */
export type SampleCustomer = {
	domain: string;
	company: string;
	casino: string;
	address: { line1: string; postalCode: string; city: string; country: string };
	timezone: string;
	/** ISO 4217, and integer minor units. */
	currency: string;
	amountDue: number;
	plan: PlanKey | SamplePlanKey;
	sites: number;
	seats: number;
	admin: SamplePerson;
	lead: SamplePerson;
	buyer: SamplePerson;
	/** More of the casino's people with an account, by role. */
	colleagues?: (SamplePerson & { role: CustomerRole })[];
};

export const kurhaus: SampleCustomer = {
	domain: "kurhaus-silberquell",
	company: "Kurhaus Silberquell Betriebs-GmbH",
	casino: "Spielbank Kurhaus Silberquell",
	address: { line1: "Brunnenallee 4", postalCode: "99999", city: "Silberquell", country: "Germany" },
	timezone: "Europe/Berlin",
	currency: "eur",
	amountDue: 1_650_000,
	plan: "floor-standard",
	sites: 1,
	seats: 80,
	admin: { name: "Jörg Büttner", local: "j.buettner" },
	lead: { name: "Annegret Weiß", local: "a.weiss" },
	buyer: { name: "Sabine Kröger", local: "einkauf" },
};

export const miramar: SampleCustomer = {
	domain: "miramar-da-barra",
	company: "Sociedade Hoteleira Miramar da Barra, S.A.",
	casino: "Casino Miramar da Barra",
	address: { line1: "Avenida das Gaivotas 210", postalCode: "0000-210", city: "Póvoa da Barra", country: "Portugal" },
	timezone: "Europe/Lisbon",
	currency: "eur",
	amountDue: 1_720_000,
	plan: "floor-standard",
	sites: 1,
	seats: 95,
	admin: { name: "João Magalhães", local: "joao.magalhaes" },
	lead: { name: "Conceição Brandão", local: "conceicao.brandao" },
	buyer: { name: "Rui Assunção", local: "financeiro" },
};

export const palazz: SampleCustomer = {
	domain: "palazz-tal-qawsalla",
	company: "Qawsalla Gaming Operations Ltd",
	casino: "Il-Palazz tal-Qawsalla, Għajn Tuffieħa",
	address: { line1: "Triq il-Ħarruba 12", postalCode: "XXX 0012", city: "Għajn Tuffieħa", country: "Malta" },
	timezone: "Europe/Malta",
	currency: "eur",
	amountDue: 460_000,
	plan: "floor-starter",
	sites: 1,
	seats: 20,
	admin: { name: "Ġorġ Żammit", local: "gorg.zammit" },
	lead: { name: "Ċensa Muscat", local: "censa.muscat" },
	buyer: { name: "Pawlu Ħili", local: "accounts" },
};

export const desertLantern: SampleCustomer = {
	domain: "desert-lantern",
	company: "Desert Lantern Resorts, Inc.",
	casino: "Desert Lantern Casino",
	address: { line1: "1 Lantern Way", postalCode: "00001", city: "Mesa Quemada, NV", country: "United States" },
	timezone: "America/Los_Angeles",
	currency: "usd",
	amountDue: 1_800_000,
	plan: "floor-standard",
	sites: 1,
	seats: 110,
	admin: { name: "Marisol Vega", local: "mvega" },
	lead: { name: "Dwayne Kowalczyk", local: "dkowalczyk" },
	buyer: { name: "Priya Raman", local: "ap" },
};

export const luckyHeron: SampleCustomer = {
	domain: "lucky-heron",
	company: "Heron Bay Leisure Pty Ltd",
	casino: "The Lucky Heron",
	address: { line1: "88 Estuary Parade", postalCode: "0999", city: "Heron Bay", country: "Australia" },
	timezone: "Australia/Brisbane",
	currency: "aud",
	amountDue: 2_700_000,
	plan: "floor-standard",
	sites: 1,
	seats: 120,
	admin: { name: "Kirra O'Shannessy", local: "kirra" },
	lead: { name: "Benedict Tran", local: "ben.tran" },
	buyer: { name: "Fiona Abernethy", local: "accounts" },
	colleagues: [
		{ name: "Fiona Abernethy", local: "accounts", role: "finance_contact" },
		{ name: "Lachlan Mbeki", local: "lachlan", role: "pit_boss" },
		{ name: "Ngaio Hartley", local: "ngaio.hartley", role: "compliance_lead" },
		{ name: "Margaret Ashdown", local: "m.ashdown", role: "executive_sponsor" },
	],
};

export const tsukikage: SampleCustomer = {
	domain: "tsukikage",
	company: "月影リゾート株式会社",
	casino: "月影カジノ",
	address: { line1: "月影町1-2-3", postalCode: "000-0000", city: "月影市", country: "Japan" },
	timezone: "Asia/Tokyo",
	currency: "jpy",
	amountDue: 2_640_000,
	plan: "floor-standard",
	sites: 1,
	seats: 60,
	admin: { name: "佐々木 結衣", local: "sasaki" },
	lead: { name: "高橋 蓮", local: "takahashi" },
	buyer: { name: "渡辺 美咲", local: "keiri" },
};

export const marigold: SampleCustomer = {
	domain: "riverboat-marigold",
	company: "Marigold River Lines LLC",
	casino: "Riverboat Marigold",
	address: {
		line1: "Pier 9, Cottonwood Landing",
		postalCode: "00009",
		city: "Port Sorrel, LA",
		country: "United States",
	},
	timezone: "America/Chicago",
	currency: "usd",
	amountDue: 480_000,
	plan: "floor-starter",
	sites: 1,
	seats: 25,
	admin: { name: "Delphine Thibodeaux", local: "delphine" },
	lead: { name: "Amos Greer", local: "amos" },
	buyer: { name: "Lucille Fontenot", local: "books" },
};

export const adventurers: SampleCustomer = {
	domain: "upper-tamarisk",
	company: "The Honourable Company of Merchant Adventurers of Upper Tamarisk (Gaming Holdings) plc",
	casino:
		"The Honourable Company of Merchant Adventurers’ Grand Assembly Rooms, Card Salon and Riverside Gaming Pavilion at Upper Tamarisk Quay",
	address: {
		line1: "The Assembly Rooms, Tamarisk Quay",
		postalCode: "ZZ99 9ZZ",
		city: "Upper Tamarisk",
		country: "United Kingdom",
	},
	timezone: "Europe/London",
	currency: "usd",
	amountDue: 6_400_000,
	plan: "floor-group",
	sites: 4,
	seats: 420,
	admin: { name: "Bartholomew Featherstonehaugh-Cholmondeley", local: "b.featherstonehaugh-cholmondeley" },
	lead: { name: "Adaeze Nwosu", local: "a.nwosu" },
	buyer: { name: "Procurement Office", local: "procurement" },
};

export const gruenewald: SampleCustomer = {
	domain: "schloss-gruenewald",
	company: "Schloss Grünewald Spielbetriebe GmbH & Co. KG",
	casino: "Casino Schloß Grünewald",
	address: { line1: "Schloßplatz 1", postalCode: "00000", city: "Grünewald an der Aue", country: "Austria" },
	timezone: "Europe/Vienna",
	currency: "eur",
	amountDue: 1_650_000,
	plan: "floor-standard",
	sites: 1,
	seats: 70,
	admin: { name: "Zoë Großmann", local: "z.grossmann" },
	lead: { name: "Matthäus Öllinger", local: "m.oellinger" },
	buyer: { name: "Ulrike Bäcker", local: "buchhaltung" },
};

export const furnas: SampleCustomer = {
	domain: "atlantico-das-furnas",
	company: "Atlântico das Furnas — Jogo e Turismo, Lda.",
	casino: "Casino Atlântico das Furnas",
	address: { line1: "Rua do Vulcão 33", postalCode: "0000-033", city: "Furnas do Mar", country: "Portugal" },
	timezone: "Atlantic/Azores",
	currency: "eur",
	amountDue: 460_000,
	plan: "floor-starter",
	sites: 1,
	seats: 22,
	admin: { name: "Íris Câmara", local: "iris.camara" },
	lead: { name: "Nuno Frazão", local: "nuno.frazao" },
	buyer: { name: "Tânia Bettencourt", local: "contas" },
};
