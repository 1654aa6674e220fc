import type { PayloadRequest } from "payload";
import { asSystem } from "@/access/authority";
import { slug } from "@/slugs";
import { contentOf } from "./contentOf";
import { findRelease } from "./findRelease";
import { hashContent } from "./hashContent";

/**
 * Writes the published version of a playbook whose number `preparePublication` has set. Publishing the same again, or saving a
 * draft, writes nothing.
 *
 * The playbook is read as it is stored: what a hook is given is cut down to what the sender asked to see.
 */
export async function publishPlaybook(input: { req: PayloadRequest; playbookId: string }): Promise<void> {
	const { req, playbookId } = input;
	const why = "a playbook was published";
	const playbook = await req.payload.findByID({
		collection: slug.playbooks,
		id: playbookId,
		depth: 0,
		...asSystem(req, why),
	});
	if (playbook._status !== "published") return;
	const version = playbook.latestVersion;
	if (!version) throw new Error(`The playbook ${playbook.key} was published without a number.`);
	if (await findRelease({ req, playbookId, version })) return;
	const content = contentOf(playbook);
	await req.payload.create({
		collection: slug.playbookVersions,
		data: {
			title: `${playbook.name}, version ${version}`,
			playbook: playbook.id,
			version,
			content,
			hash: hashContent(content),
			publishedBy: req.user?.collection === slug.users ? req.user.id : null,
		},
		depth: 0,
		...asSystem(req, why),
	});
}
