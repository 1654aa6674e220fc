import { APIError, type CollectionBeforeChangeHook, ValidationError } from "payload";
import { isSystem } from "@/access/authority";

/**
 * The one keeper of a status: it moves only along its table, starts only where it may, and people move it only
 * where they may. The message goes to the field.
 */
export function guardStatus(rule: {
	noun: string;
	table: Readonly<Record<string, readonly string[]>>;
	/** Where a new row may start. */
	initial: readonly string[];
	/** The moves a person may make; without it, every move of the table. */
	byPeople?: Readonly<Record<string, readonly string[]>>;
	/** Who makes the other moves, in words. */
	hint?: string;
}): CollectionBeforeChangeHook {
	const refuse = (message: string, req: Parameters<CollectionBeforeChangeHook>[0]["req"], collection: string) =>
		new ValidationError({ collection, errors: [{ path: "status", message }], req });

	return ({ data, originalDoc, operation, req, collection }) => {
		const to: unknown = data.status;
		if (typeof to !== "string") return data;
		if (operation === "create") {
			if (rule.initial.includes(to)) return data;
			throw refuse(`A new ${rule.noun} starts as ${rule.initial.join(" or ")}.`, req, collection.slug);
		}
		const from: unknown = originalDoc?.status;
		if (typeof from !== "string") throw new APIError(`The ${rule.noun} has no status.`, 500);
		if (from === to) return data;
		const allowed = rule.table[from] ?? [];
		if (!allowed.includes(to)) {
			const next = allowed.length > 0 ? `may become ${allowed.join(", ")}` : "stays as it is";
			throw refuse(`From ${from} a ${rule.noun} ${next}, not ${to}.`, req, collection.slug);
		}
		if (rule.byPeople && !isSystem(req) && !rule.byPeople[from]?.includes(to)) {
			throw refuse(
				`Nobody moves a ${rule.noun} from ${from} to ${to} by hand. ${rule.hint ?? ""}`.trim(),
				req,
				collection.slug,
			);
		}
		return data;
	};
}
