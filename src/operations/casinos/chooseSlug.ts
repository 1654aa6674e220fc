import type { PayloadRequest } from "payload";
import { slugify } from "@/domain/slugify";
import { sqlOf } from "@/queue/sqlOf";

/** A free slug made from a casino's name; a taken one gets the next free number. */
export async function chooseSlug({ req, name }: { req: PayloadRequest; name: string }): Promise<string> {
	const base = slugify(name);
	const sql = await sqlOf(req);
	const taken = await sql<{ slug: string }>("SELECT slug FROM casinos WHERE slug = $1 OR slug LIKE $1 || '-%'", [base]);
	const slugs = new Set(taken.map((row) => row.slug));
	let candidate = base;
	for (let next = 2; slugs.has(candidate); next += 1) candidate = `${base}-${next}`;
	return candidate;
}
