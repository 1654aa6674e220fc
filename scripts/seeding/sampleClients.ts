import type { SampleCustomer } from "./sampleCustomers";

/** Customers who stand further in the casino floor's playbook, and those of the other four. */

export const corvina: SampleCustomer = {
	domain: "lago-di-corvina",
	company: "Casinò Lago di Corvina S.p.A.",
	casino: "Casinò Lago di Corvina",
	address: { line1: "Lungolago dei Salici 5", postalCode: "00005", city: "Corvina sul Lago", country: "Italy" },
	timezone: "Europe/Rome",
	currency: "eur",
	amountDue: 1_740_000,
	plan: "floor-standard",
	sites: 1,
	seats: 90,
	admin: { name: "Ludovica Bernasconi", local: "l.bernasconi" },
	lead: { name: "Ettore Galvani", local: "e.galvani" },
	buyer: { name: "Marta Colonna", local: "amministrazione" },
	colleagues: [{ name: "Silvio Tedeschi", local: "s.tedeschi", role: "pit_boss" }],
};

export const saltire: SampleCustomer = {
	domain: "saltire-club",
	company: "Saltire Gaming (Leith) Ltd",
	casino: "The Saltire Club",
	address: { line1: "14 Customs Wharf", postalCode: "ZZ98 4ZZ", city: "Port Leven", country: "United Kingdom" },
	timezone: "Europe/London",
	currency: "gbp",
	amountDue: 1_420_000,
	plan: "floor-standard",
	sites: 1,
	seats: 75,
	admin: { name: "Morag Lennox", local: "morag.lennox" },
	lead: { name: "Callum Achebe", local: "callum.achebe" },
	buyer: { name: "Isla Drummond", local: "accounts" },
	colleagues: [
		{ name: "Fergus Baird", local: "fergus.baird", role: "pit_boss" },
		{ name: "Priya Nair", local: "priya.nair", role: "compliance_lead" },
	],
};

export const bluegum: SampleCustomer = {
	domain: "bluegum-plumbing",
	company: "Bluegum Plumbing & Gas Pty Ltd",
	casino: "Bluegum Plumbing & Gas",
	address: { line1: "27 Ironbark Street", postalCode: "0927", city: "Wattle Flat", country: "Australia" },
	timezone: "Australia/Melbourne",
	currency: "aud",
	amountDue: 89_000,
	plan: "sms-leads",
	sites: 1,
	seats: 3,
	admin: { name: "Darren Whitlock", local: "darren" },
	lead: { name: "Jess Whitlock", local: "office" },
	buyer: { name: "Darren Whitlock", local: "darren" },
};

export const tidewater: SampleCustomer = {
	domain: "tidewater-electrical",
	company: "Tidewater Electrical Services Pty Ltd",
	casino: "Tidewater Electrical",
	address: { line1: "3 Slipway Road", postalCode: "0903", city: "Mooring Bay", country: "Australia" },
	timezone: "Australia/Brisbane",
	currency: "aud",
	amountDue: 89_000,
	plan: "sms-leads",
	sites: 1,
	seats: 5,
	admin: { name: "Anh Nguyen", local: "anh" },
	lead: { name: "Rosie Carter", local: "rosie" },
	buyer: { name: "Anh Nguyen", local: "anh" },
};

export const northlight: SampleCustomer = {
	domain: "northlight-studio",
	company: "Northlight Studio AS",
	casino: "Northlight Studio",
	address: { line1: "Fyrveien 11", postalCode: "0011", city: "Lysøya", country: "Norway" },
	timezone: "Europe/Oslo",
	currency: "nok",
	amountDue: 3_900_000,
	plan: "workspace-team",
	sites: 1,
	seats: 12,
	admin: { name: "Sunniva Brekke", local: "sunniva" },
	lead: { name: "Eirik Solheim", local: "eirik" },
	buyer: { name: "Sunniva Brekke", local: "sunniva" },
};

export const quayside: SampleCustomer = {
	domain: "quayside-ledger",
	company: "Quayside Ledger LLP",
	casino: "Quayside Ledger",
	address: { line1: "40 Herring Quay", postalCode: "D00 Q040", city: "Dunmara", country: "Ireland" },
	timezone: "Europe/Dublin",
	currency: "eur",
	amountDue: 348_000,
	plan: "workspace-team",
	sites: 1,
	seats: 8,
	admin: { name: "Aoife Kinsella", local: "aoife" },
	lead: { name: "Declan Moriarty", local: "declan" },
	buyer: { name: "Office of the Treasurer", local: "treasurer" },
};

export const saltmarsh: SampleCustomer = {
	domain: "saltmarsh-cold",
	company: "Saltmarsh Cold Storage B.V.",
	casino: "Saltmarsh Cold Storage",
	address: { line1: "Koelweg 88", postalCode: "0088 ZZ", city: "Zoutdijk", country: "Netherlands" },
	timezone: "Europe/Amsterdam",
	currency: "eur",
	amountDue: 690_000,
	plan: "support-silver",
	sites: 2,
	seats: 6,
	admin: { name: "Femke de Wilde", local: "f.dewilde" },
	lead: { name: "Joris Haan", local: "j.haan" },
	buyer: { name: "Crediteuren", local: "crediteuren" },
};

export const ironbridge: SampleCustomer = {
	domain: "ironbridge-tools",
	company: "Ironbridge Machine Tools Ltd",
	casino: "Ironbridge Machine Tools",
	address: { line1: "Unit 6, Foundry Lane", postalCode: "ZZ97 6ZZ", city: "Coalgate", country: "United Kingdom" },
	timezone: "Europe/London",
	currency: "gbp",
	amountDue: 580_000,
	plan: "support-silver",
	sites: 1,
	seats: 4,
	admin: { name: "Harpreet Gill", local: "h.gill" },
	lead: { name: "Owen Pritchard", local: "o.pritchard" },
	buyer: { name: "Purchase Ledger", local: "purchase.ledger" },
};

export const meridian: SampleCustomer = {
	domain: "meridian-assurance",
	company: "Meridian Assurance Group N.V.",
	casino: "Meridian Assurance",
	address: { line1: "Polderlaan 300", postalCode: "0300 AA", city: "Nieuwmeer", country: "Netherlands" },
	timezone: "Europe/Amsterdam",
	currency: "eur",
	amountDue: 9_200_000,
	plan: "tenant-capacity",
	sites: 3,
	seats: 600,
	admin: { name: "Saskia Vermeulen", local: "s.vermeulen" },
	lead: { name: "Diederik van Aalst", local: "d.vanaalst" },
	buyer: { name: "Strategic Sourcing", local: "sourcing" },
};
