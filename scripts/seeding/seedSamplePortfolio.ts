import type { Payload } from "payload";
import { inTransaction, systemRequest } from "@/operations/inTransaction";
import { reviewPlans } from "@/operations/plan/reviewPlans";
import { markSamples } from "@/operations/samples/markSamples";
import { sqlOf } from "@/queue/sqlOf";
import { globalSlug, slug } from "@/slugs";
import { type Desk, openDesk, ownDesk, together } from "./desk";
import { hearFromStranger } from "./hearFromStripe";
import { playAtOnce } from "./playAtOnce";
import { publishNextVersion } from "./publishNextVersion";
import { stories } from "./stories";

/** While one story waits for the database, another has the processor; more than these wait for each other. */
const storiesAtOnce = 3;

/**
 * Fictional customers at believable stages and the vendor's people, through the real flow: what a screen shows of
 * them was made as it is made for a real one, and dated back. Nothing where somebody has customers of their own; what an
 * interrupted earlier call left out is added.
 * @param input.password of every sample account; without one nobody can sign in as any of them
 * @returns how many customers were made
 */
export async function seedSamplePortfolio(
	payload: Payload,
	input: { password?: string | undefined } = {},
): Promise<number> {
	const sql = await sqlOf({ payload });
	const names = new Set((await sql<{ name: string }>("SELECT name FROM casinos")).map(({ name }) => name));
	const missing = stories.filter(({ facts }) => !names.has(facts.casino));
	const hasOthers = names.size > stories.length - missing.length;
	if (hasOthers || missing.length === 0) return 0;
	const desk = await openDesk(payload, input);
	await nameSupport(desk);
	await playAtOnce(missing, storiesAtOnce, async ({ facts, play }) => play(await ownDesk(desk), facts));
	await hearFromStranger(payload);
	await publishNextVersion(desk);
	await reviewPlans({ payload, now: new Date() });
	await holdMail(desk);
	const req = await systemRequest(payload, "sample");
	await inTransaction(req, () => markSamples({ req }));
	return missing.length;
}

async function nameSupport({ payload, system }: Desk): Promise<void> {
	await payload.updateGlobal({
		slug: globalSlug.settings,
		data: { supportEmail: "support@keyturn.example", supportPhone: "+1 555 0100" },
		depth: 0,
		...system,
	});
}

/** Nobody is written to in a sample, mail server or not. */
async function holdMail(desk: Desk): Promise<void> {
	const sql = await sqlOf(desk);
	const data = { status: "held", error: "A sample: it is not sent to anybody." } as const;
	const queued = await sql<{ id: string }>("SELECT id FROM messages WHERE status = 'queued'");
	await together(desk, async (system) => {
		for (const { id } of queued) {
			await desk.payload.update({ collection: slug.messages, id, data, depth: 0, ...system });
		}
	});
}
