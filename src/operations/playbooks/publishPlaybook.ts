import type { PayloadRequest } from "payload";
import { asSystem } from "@/access/authority";
import type { Playbook } from "@/payload-types";
import { slug } from "@/slugs";
import { contentOf } from "./contentOf";
import { findRelease } from "./findRelease";
import { hashContent } from "./hashContent";

/** Writes the published version of a playbook whose number `preparePublication` has set. Publishing the same again writes nothing. */
export async function publishPlaybook(input: { req: PayloadRequest; playbook: Playbook }): Promise<void> {
	const { req, playbook } = input;
	const version = playbook.latestVersion;
	if (!version) throw new Error(`The playbook ${playbook.key} was published without a number.`);
	if (await findRelease({ req, playbookId: playbook.id, version })) return;
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
		...asSystem(req, "a playbook was published"),
	});
}
