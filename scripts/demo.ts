import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { Listr, type ListrTask, PRESET_TIMER } from "listr2";
import type { LiveStep } from "@/operations/live/onboardingLive";
import { type Api, createApi, Refused } from "./demo/createApi";
import { askForAdministrator, type DemoSettings, findSettings } from "./demo/findSettings";
import { create, findPlan, type Ids, inventNewcomer, type Newcomer } from "./demo/takeInCustomer";
import { tellAsStripe } from "./demo/tellAsStripe";
import { watchOnboarding } from "./demo/watchOnboarding";

/** What one task hands on to the next. */
type Story = {
	token: string;
	ids: Ids;
	times: { webhookMs: number; paidAt: number; liveSeconds: number };
	newAdmin: { password: string; token: string };
};

/** Plays the main job against the running server, step by step in the terminal. */
async function demo(settings: DemoSettings): Promise<void> {
	const { address } = settings;
	const api = createApi(address);
	await requireServer(api, address);
	const newcomer = inventNewcomer();
	const began = performance.now();
	const story = await new Listr<Story>(
		[
			{ title: `Sign in as ${settings.administrator.email}`, task: async (ctx) => signIn(ctx, api, settings) },
			{ title: `Take in a customer: ${newcomer.casinoName}`, task: (_, task) => task.newListr(intake(api, newcomer)) },
			{ title: "The customer pays", task: (_, task) => task.newListr(payment(api, newcomer, settings)) },
			{
				title: "The key turns",
				task: async (ctx, task) => task.newListr(await provisioning(ctx, api)),
			},
			{ title: `${newcomer.admin.name} comes in`, task: (_, task) => task.newListr(arrival(api, newcomer)) },
		],
		{ rendererOptions: { collapseSubtasks: false, timer: PRESET_TIMER } },
	).run({} as Story);
	console.log(summary({ address, story, newcomer, seconds: (performance.now() - began) / 1000 }));
}

async function requireServer(api: Api, address: string): Promise<void> {
	await api("GET", "/health/ready").catch((error: unknown) => {
		throw new Error(
			error instanceof Refused
				? `The server at ${address} is not ready: ${error.message}`
				: `Nobody answers at ${address}. Start Keyturn with npm start, or name another server with SERVER_URL or PORT.`,
		);
	});
}

async function signIn(ctx: Story, api: Api, { administrator }: DemoSettings): Promise<void> {
	try {
		ctx.token = (await api<{ token: string }>("POST", "/users/login", { body: administrator })).token;
	} catch (error) {
		throw error instanceof Refused ? new Error(`${error.message} ${askForAdministrator}`) : error;
	}
}

function intake(api: Api, newcomer: Newcomer): ListrTask<Story>[] {
	const { casinoName, admin, purchaserEmail, amountDue, currency } = newcomer;
	const channel = { preferredChannel: "email" };
	return [
		{
			title: "Company and casino",
			task: async (ctx) => {
				const company = await create(api, ctx.token, "companies", {
					name: `${casinoName} Ltd`,
					billingEmail: purchaserEmail,
				});
				const casino = await create(api, ctx.token, "casinos", { name: casinoName, company, timezone: "Europe/Malta" });
				ctx.ids = { company, casino, onboarding: "", invoice: "" };
			},
		},
		{
			title: "Onboarding with an operations lead and an admin contact",
			task: async (ctx) => {
				ctx.ids.onboarding = await create(api, ctx.token, "onboardings", {
					casino: ctx.ids.casino,
					operationsLead: { name: "Lena Vermeulen", email: admin.email.replace("robin", "lena"), ...channel },
					adminContact: { ...admin, ...channel },
				});
			},
		},
		{
			title: "Signed master agreement and order form",
			task: async (ctx) => {
				const plan = await findPlan(api, ctx.token);
				const owned = { casino: ctx.ids.casino, onboarding: ctx.ids.onboarding };
				await create(api, ctx.token, "contracts", { ...owned, type: "msa", status: "signed" });
				const terms = { type: "order_form", status: "signed", plan, sites: 1, seats: 60, termMonths: 12 };
				await create(api, ctx.token, "contracts", { ...owned, ...terms });
			},
		},
		{
			title: "Invoice that opens the gate",
			task: async (ctx) => {
				const owned = { casino: ctx.ids.casino, onboarding: ctx.ids.onboarding };
				const terms = { status: "draft", amountDue, currency, purchaserEmail, opensGate: true };
				ctx.ids.invoice = await create(api, ctx.token, "invoices", { ...owned, ...terms });
			},
		},
	];
}

function payment(api: Api, newcomer: Newcomer, { webhookSecret }: DemoSettings): ListrTask<Story>[] {
	const tell = (ctx: Story, type: "invoice.finalized" | "invoice.paid") =>
		tellAsStripe({ api, webhookSecret, type, invoiceId: ctx.ids.invoice, newcomer });
	return [
		{
			title: "Stripe's signed event: invoice.finalized",
			task: async (ctx) => void (await tell(ctx, "invoice.finalized")),
		},
		{
			title: "Stripe's signed event: invoice.paid",
			task: async (ctx, task) => {
				const paidAt = performance.now();
				const webhookMs = await tell(ctx, "invoice.paid");
				ctx.times = { webhookMs, paidAt, liveSeconds: 0 };
				task.title += `, committed and answered in ${webhookMs.toFixed(0)} ms`;
			},
		},
	];
}

/** One line for each step of the run, as soon as the gate has opened it. */
async function provisioning(ctx: Story, api: Api): Promise<ListrTask<Story>[]> {
	const watch = { api, token: ctx.token, onboardingId: ctx.ids.onboarding };
	const steps = await watchOnboarding({
		...watch,
		look: ({ run }) => run?.steps,
		waitingFor: "the gate to open",
	});
	const drawn = steps.map(
		({ step, title }): ListrTask<Story> => ({
			title,
			task: async (_, task) => {
				const done = await watchOnboarding({
					...watch,
					look: ({ run }) => run?.steps.find((row) => row.step === step && isDecided(row)),
					waitingFor: `“${title}”`,
				});
				if (done.status === "failed") throw new Error(`“${title}” failed: ${done.error}`);
				if (done.status === "skipped") task.skip(`${title}: ${done.reason}`);
				else task.title += `  ${durationOf(done)} ms`;
				if (step === "mark_live") ctx.times.liveSeconds = (performance.now() - ctx.times.paidAt) / 1000;
			},
		}),
	);
	return drawn;
}

const isDecided = ({ status }: LiveStep) => status === "succeeded" || status === "failed" || status === "skipped";

const durationOf = ({ startedAt, finishedAt }: LiveStep) =>
	startedAt && finishedAt ? Date.parse(finishedAt) - Date.parse(startedAt) : 0;

function arrival(api: Api, { admin, casinoName }: Newcomer): ListrTask<Story>[] {
	return [
		{
			title: "Takes the invitation and chooses a password",
			task: async (ctx) => {
				const password = randomBytes(12).toString("base64url");
				const query = `where[casino][equals]=${ctx.ids.casino}&where[email][equals]=${encodeURIComponent(admin.email)}`;
				const { docs } = await api<{ docs: { id: string }[] }>("GET", `/staff-invites?depth=0&${query}`, {
					token: ctx.token,
				});
				if (!docs[0]) throw new Error(`${admin.email} was not invited.`);
				const { url } = await api<{ url: string }>("POST", `/staff-invites/${docs[0].id}/link`, { token: ctx.token });
				const token = new URL(url).hash.slice(1);
				await api("POST", "/invites/accept", { body: { token, name: admin.name, password } });
				ctx.newAdmin = { password, token: "" };
			},
		},
		{
			title: "Signs in",
			task: async (ctx) => {
				const body = { email: admin.email, password: ctx.newAdmin.password };
				ctx.newAdmin.token = (await api<{ token: string }>("POST", "/users/login", { body })).token;
			},
		},
		{
			title: `Reads the settings of ${casinoName}`,
			task: async (ctx) => {
				const { docs } = await api<{ docs: { casino: string }[] }>("GET", "/casino-settings?depth=0", ctx.newAdmin);
				if (docs.length !== 1 || docs[0]?.casino !== ctx.ids.casino)
					throw new Error("Their own settings, and no others, should be there.");
			},
		},
		{
			title: "Sees no other casino",
			task: async (ctx, task) => {
				task.title += await proveAlone(ctx, api);
			},
		},
	];
}

/** @returns what was tried, for the line in the terminal */
async function proveAlone(ctx: Story, api: Api): Promise<string> {
	const own = await api<{ docs: { id: string }[] }>("GET", "/casinos?depth=0", ctx.newAdmin);
	if (own.docs.length !== 1 || own.docs[0]?.id !== ctx.ids.casino)
		throw new Error("They see casinos that are not theirs.");
	const others = `where[id][not_equals]=${ctx.ids.casino}&limit=1&depth=0`;
	const { docs } = await api<{ docs: { id: string; name: string }[] }>("GET", `/casinos?${others}`, {
		token: ctx.token,
	});
	const [foreign] = docs;
	if (!foreign) return " (there is no other)";
	const answer = await api("GET", `/casinos/${foreign.id}`, ctx.newAdmin).catch((error: unknown) => error);
	if (answer instanceof Refused && (answer.status === 404 || answer.status === 403)) {
		return `: asked for ${foreign.name}, answered ${answer.status}`;
	}
	throw new Error(`They were shown ${foreign.name}, which is not theirs.`);
}

function summary(input: { address: string; story: Story; newcomer: Newcomer; seconds: number }): string {
	const { address, story, newcomer, seconds } = input;
	const { ids, times, newAdmin } = story;
	const record = (collection: string, id: string) => `${address}/admin/collections/${collection}/${id}`;
	return `
Webhook answered   ${times.webhookMs.toFixed(0)} ms   (the event was committed by then)
Paid to live       ${times.liveSeconds.toFixed(2)} s
All of it          ${seconds.toFixed(2)} s

Onboarding         ${record("onboardings", ids.onboarding)}
Customer           ${record("casinos", ids.casino)}/overview
Invoice            ${record("invoices", ids.invoice)}
New administrator  ${newcomer.admin.email}   ${newAdmin.password}
`;
}

try {
	await demo(findSettings(join(import.meta.dirname, ".."), process.env));
} catch (error) {
	console.error(error instanceof Error ? error.message : String(error));
	process.exitCode = 1;
}
