import type { Where } from "payload";
import { stringify } from "qs-esm";
import { asUser } from "@/access/authority";
import type { Slug } from "@/slugs";
import { fileOf } from "./rowData";
import type { Asker, World } from "./world";

/** What came of it, whichever way it was asked. */
export type Outcome = { status: number; doc?: Row; docs?: Row[]; total?: number };
export type Row = Record<string, unknown> & { id: string };
export type Query = { where?: Where; sort?: string; select?: Record<string, unknown>; limit?: number; depth?: number };

/** One way to Keyturn's records. */
export type Door = {
	create(slug: Slug, data: object): Promise<Outcome>;
	read(slug: Slug, id: string, query?: Query): Promise<Outcome>;
	list(slug: Slug, query?: Query): Promise<Outcome>;
	count(slug: Slug, query?: Query): Promise<Outcome>;
	update(slug: Slug, id: string, data: object): Promise<Outcome>;
	remove(slug: Slug, id: string): Promise<Outcome>;
	versions(slug: Slug, query?: Query): Promise<Outcome>;
	version(slug: Slug, id: string): Promise<Outcome>;
};

export const doorNames = ["REST", "Local API"] as const;

export function openDoor(name: (typeof doorNames)[number], world: World, asker: Asker): Door {
	return name === "REST" ? restDoor(world, asker) : localDoor(world, asker);
}

const defaults = { depth: 0, limit: 1000 };

function restDoor({ keyturn }: World, { sender }: Asker): Door {
	const ask = async (
		method: string,
		path: string,
		body?: object,
		file?: ReturnType<typeof fileOf>,
	): Promise<Outcome> => {
		const answer = await keyturn.rest(method, path, { as: sender, body, ...(file ? { file } : {}) });
		const content = (answer.body ?? {}) as { doc?: Row; docs?: Row[]; totalDocs?: number } & Row;
		return {
			status: answer.status,
			doc: content.doc ?? content,
			...(content.docs ? { docs: content.docs } : {}),
			...(content.totalDocs === undefined ? {} : { total: content.totalDocs }),
		};
	};
	const queryOf = (query: Query = {}) => stringify({ ...defaults, ...query }, { addQueryPrefix: true });
	return {
		create: (slug, data) => ask("POST", `/${slug}?depth=0`, data, slug === "media" ? fileOf() : undefined),
		read: (slug, id, query) => ask("GET", `/${slug}/${id}${queryOf(query)}`),
		list: (slug, query) => ask("GET", `/${slug}${queryOf(query)}`),
		count: (slug, query) => ask("GET", `/${slug}/count${queryOf(query)}`),
		update: (slug, id, data) => ask("PATCH", `/${slug}/${id}?depth=0`, data),
		remove: (slug, id) => ask("DELETE", `/${slug}/${id}?depth=0`),
		versions: (slug, query) => ask("GET", `/${slug}/versions${queryOf(query)}`),
		version: (slug, id) => ask("GET", `/${slug}/versions/${id}?depth=0`),
	};
}

function localDoor({ keyturn }: World, { user }: Asker): Door {
	const { payload } = keyturn;
	const authority = async () => ({ depth: 0, ...asUser(await keyturn.requestOf(user)) });
	const one = (work: Promise<unknown>) => outcomeOf(work.then((doc) => ({ status: 200, doc: doc as Row })));
	const many = (work: Promise<unknown>) =>
		outcomeOf(
			work.then((found) => {
				const { docs, totalDocs } = found as { docs?: Row[]; totalDocs: number };
				return { status: 200, ...(docs ? { docs } : {}), total: totalDocs };
			}),
		);
	const collection = (slug: Slug) => ({ collection: slug as "contracts" });
	const optionsOf = (query: Query = {}) => ({ ...query, sort: query.sort?.split(",") }) as object;
	return {
		create: async (slug, data) =>
			one(
				payload.create({
					...collection(slug),
					data: data as never,
					...(slug === "media" ? { file: sentFile() } : {}),
					...(await authority()),
				}),
			),
		read: async (slug, id, query) =>
			one(payload.findByID({ ...collection(slug), id, ...(await authority()), ...optionsOf(query) })),
		list: async (slug, query) =>
			many(payload.find({ ...collection(slug), ...defaults, ...(await authority()), ...optionsOf(query) })),
		count: async (slug, query) =>
			many(payload.count({ ...collection(slug), ...(await authority()), ...optionsOf(query) })),
		update: async (slug, id, data) =>
			one(payload.update({ collection: slug as "plans", id, data: data as never, ...(await authority()) })),
		remove: async (slug, id) => one(payload.delete({ ...collection(slug), id, ...(await authority()) })),
		versions: async (slug, query) =>
			many(payload.findVersions({ ...collection(slug), ...defaults, ...(await authority()), ...optionsOf(query) })),
		version: async (slug, id) => one(payload.findVersionByID({ ...collection(slug), id, ...(await authority()) })),
	};
}

function sentFile() {
	const { name, type, data } = fileOf();
	return { name, mimetype: type, data: Buffer.from(data), size: data.length };
}

/** A refusal is an outcome; anything that is not one of Payload's errors is a fault of the test. */
async function outcomeOf(work: Promise<Outcome>): Promise<Outcome> {
	try {
		return await work;
	} catch (error) {
		if (error instanceof Error && "status" in error && typeof error.status === "number")
			return { status: error.status };
		throw error;
	}
}
