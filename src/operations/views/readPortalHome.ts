import type { CollectionSlug, DataFromCollectionSlug, PayloadRequest, Where } from "payload";
import { idOf } from "@/access/actorOf";
import { asUser } from "@/access/authority";
import type { CustomerRole } from "@/access/roles";
import { type GateInput, gate } from "@/domain/gate";
import { defaultWords, fillWords, type PlaybookWords } from "@/domain/playbook/words";
import type { WorkingHours } from "@/domain/workingHours";
import { env } from "@/env";
import { SignInRequired } from "@/errors";
import type { Casino, CasinoSetting, Onboarding, ProvisioningRun, ProvisioningStep, Staff } from "@/payload-types";
import { slug } from "@/slugs";
import { readGateInputs } from "../gate/readGateInput";
import type { OnboardingPlan } from "../plan/onboardingPlan";
import { readOnboardingPlans } from "../plan/readOnboardingPlan";
import { portsOf } from "../portsOf";
import { readSettings } from "../settings/readSettings";

export type PortalStep = { step: string; title: string; status: ProvisioningStep["status"] };
export type PortalPerson = {
	id: string;
	name: string;
	/** Null where only their account is known. */
	email: string | null;
	roles: CustomerRole[];
	/** `named`: in the papers, and not asked in yet. */
	status: Staff["status"] | "named";
	isYou: boolean;
};

export type PortalCasino = {
	id: string;
	name: string;
	status: Casino["status"];
	timezone: string;
	roles: CustomerRole[];
	/** What its playbook calls it, and tells its administrator to do first. */
	words: Pick<PlaybookWords, "tenant" | "tenants" | "firstSteps">;
	signInUrl: string;
	/** The conditions of the gate that do not hold yet, in its words; empty once provisioning has begun. */
	waitingFor: string[];
	run: { status: ProvisioningRun["status"]; finishedAt: string | null; steps: PortalStep[] } | null;
	goLiveAt: string | null;
	/** As much of it as they may see; null while there is none, or it follows no playbook. */
	plan: OnboardingPlan | null;
	people: PortalPerson[];
	/** Whether they may ask others in. */
	mayInvite: boolean;
	/** Null until provisioning has written them. */
	hours: { settingsId: string; workingHours: WorkingHours; canEdit: boolean } | null;
};

export type PortalHome = {
	person: { id: string; name: string; email: string; isVendor: boolean; isProved: boolean };
	sendsMail: boolean;
	vendorName: string;
	supportEmail: string | null;
	supportPhone: string | null;
	casinos: PortalCasino[];
};

/**
 * What a customer sees first: their casinos, with the rights they have there. Reads as them, in a fixed number of queries.
 * @throws SignInRequired
 */
export async function readPortalHome({ req }: { req: PayloadRequest }): Promise<PortalHome> {
	const { user } = req;
	if (user?.collection !== slug.users) throw new SignInRequired();
	const roles = new Map((user.memberships ?? []).map(({ casino, roles }) => [idOf(casino) ?? "", roles]));
	// Who belongs nowhere may read nothing: asking would be refused.
	const rows = roles.size > 0 ? await readRows(req, [...roles.keys()]) : null;
	const shown = rows ? shownOf(rows) : [];
	const [settings, plans, gates] = await Promise.all([
		readSettings(req),
		shown.length > 0 ? readOnboardingPlans({ req, onboardingIds: shown }) : [],
		readGateInputs({ req, onboardingIds: shown, now: new Date() }),
	]);
	const casinos = rows
		? rows.casinos.map((casino) =>
				toPortalCasino({ casino, rows, plans, gates, roles: roles.get(casino.id) ?? [], user }),
			)
		: [];
	return {
		person: {
			id: user.id,
			name: user.name,
			email: user.email,
			isVendor: Boolean(user.vendorRole),
			isProved: Boolean(user.addressProvedAt),
		},
		sendsMail: portsOf(req).mail.send !== null,
		vendorName: settings.vendorName,
		supportEmail: settings.supportEmail ?? null,
		supportPhone: settings.supportPhone ?? null,
		casinos,
	};
}

type Rows = {
	casinos: Casino[];
	onboardings: Onboarding[];
	runs: ProvisioningRun[];
	steps: ProvisioningStep[];
	staff: Staff[];
	settings: CasinoSetting[];
};

async function readRows(req: PayloadRequest, casinoIds: string[]): Promise<Rows> {
	const here: Where = { casino: { in: casinoIds } };
	const find = async <Name extends CollectionSlug>(collection: Name, where: Where, sort: string) => {
		const all = { depth: 0, limit: 0, pagination: false } as const;
		const { docs } = await req.payload.find({ collection, where, sort, ...all, ...asUser(req) });
		return docs as DataFromCollectionSlug<Name>[];
	};
	const [casinos, onboardings, runs, steps, staff, settings] = await Promise.all([
		find(slug.casinos, { id: { in: casinoIds } }, "name"),
		find(slug.onboardings, { ...here, status: { in: ["open", "on_hold", "completed"] } }, "-createdAt"),
		find(slug.provisioningRuns, { ...here, status: { not_equals: "undone" } }, "-createdAt"),
		find(slug.provisioningSteps, { ...here, status: { not_equals: "undone" } }, "position"),
		find(slug.staff, { ...here, status: { in: ["active", "invited"] } }, "name"),
		find(slug.casinoSettings, here, "createdAt"),
	]);
	return { casinos, onboardings, runs, steps, staff, settings };
}

/** The onboarding that each casino shows. */
const shownOf = ({ casinos, onboardings }: Rows): string[] =>
	casinos.flatMap(({ id }) => onboardings.find(({ casino }) => idOf(casino) === id)?.id ?? []);

/** What the gate asks for and has not got, in its own words, which name no amount and no number. */
const unmetOf = (input: GateInput | undefined): string[] =>
	input ? gate(input).conditions.flatMap(({ isMet, label }) => (isMet ? [] : [label])) : [];

function toPortalCasino(input: {
	casino: Casino;
	rows: Rows;
	plans: OnboardingPlan[];
	gates: Map<string, GateInput>;
	roles: CustomerRole[];
	user: { id: string; name: string };
}): PortalCasino {
	const { casino, rows, plans, gates, roles, user } = input;
	const isHere = ({ casino: of }: { casino: unknown }) => idOf(of) === casino.id;
	const onboarding = rows.onboardings.find(isHere);
	const run = rows.runs.find(isHere);
	const settings = rows.settings.find(isHere);
	const plan = plans.find(({ onboardingId, phases }) => onboardingId === onboarding?.id && phases.length > 0);
	const words = plan?.words ?? defaultWords;
	const signInUrl = `${env().SERVER_URL}/sign-in`;
	const places = { name: user.name, workspace: casino.name, address: signInUrl };
	return {
		id: casino.id,
		name: casino.name,
		status: casino.status,
		timezone: casino.timezone,
		roles,
		signInUrl,
		words: { ...words, firstSteps: words.firstSteps.map((step) => fillWords(step, places)) },
		waitingFor: run || casino.status !== "prospect" ? [] : unmetOf(onboarding && gates.get(onboarding.id)),
		run: run
			? {
					status: run.status,
					finishedAt: run.finishedAt ?? null,
					steps: rows.steps
						.filter((step) => idOf(step.run) === run.id)
						.map(({ step, title, status }) => ({ step, title, status })),
				}
			: null,
		goLiveAt: onboarding?.goLiveAt ?? null,
		plan: plan ?? null,
		people: toPeople({
			onboarding,
			staff: rows.staff.filter(isHere),
			accounts: plan?.people.customer ?? [],
			userId: user.id,
		}),
		mayInvite: roles.includes("casino_admin"),
		hours: settings
			? {
					settingsId: settings.id,
					workingHours: settings.workingHours as WorkingHours,
					canEdit: roles.includes("casino_admin"),
				}
			: null,
	};
}

/** Who works there, who has an account besides, and whom the papers name: each person once. */
function toPeople(input: {
	onboarding: Onboarding | undefined;
	staff: Staff[];
	accounts: OnboardingPlan["people"]["customer"];
	userId: string;
}): PortalPerson[] {
	const { onboarding, staff, accounts, userId } = input;
	const rolesOf = new Map(accounts.map(({ id, roles }) => [id, roles]));
	const listed = staff.map(({ id, name, email, role, status, user }): PortalPerson => {
		const account = idOf(user);
		return { id, name, email, roles: rolesOf.get(account ?? "") ?? [role], status, isYou: account === userId };
	});
	const bound = new Set(staff.map(({ user }) => idOf(user)));
	const others = accounts
		.filter(({ id }) => !bound.has(id))
		.map(({ id, name, roles }): PortalPerson => {
			return { id, name, email: null, roles, status: "active", isYou: id === userId };
		});
	const known = [...listed, ...others];
	const isKnown = ({ name, email }: PortalPerson) =>
		known.some((one) => (one.email ? one.email === email : one.name === name));
	return [...known, ...toNamed(onboarding).filter((one) => !isKnown(one))];
}

function toNamed(onboarding: Onboarding | undefined): PortalPerson[] {
	const named = [
		{ role: "operations_lead", contact: onboarding?.operationsLead },
		{ role: "casino_admin", contact: onboarding?.adminContact },
	] as const;
	return named.flatMap(({ role, contact }) =>
		contact?.name
			? [
					{
						id: `named-${role}`,
						name: contact.name,
						email: contact.email ?? null,
						roles: [role],
						status: "named" as const,
						isYou: false,
					},
				]
			: [],
	);
}
