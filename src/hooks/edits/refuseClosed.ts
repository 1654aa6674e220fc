import {
	type CollectionBeforeDeleteHook,
	type CollectionBeforeValidateHook,
	type FlattenedField,
	type PayloadRequest,
	ValidationError,
} from "payload";
import { idOf } from "@/access/actorOf";
import { isSystem } from "@/access/authority";
import { type ClosedRule, closedRecords } from "@/access/closedRecords";
import { isSameValue } from "@/domain/edits/sameValue";
import { spelled } from "@/domain/inWords";
import { Conflict } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import type { Slug } from "@/slugs";
import { withIds } from "./fieldPaths";

type Values = Record<string, unknown>;

/** People leave alone what is closed, on every way in: plain and bulk updates, the form, imports, restored versions. */
export const refuseClosed: CollectionBeforeValidateHook = async ({ collection, data, operation, originalDoc, req }) => {
	const rules = closedRecords[collection.slug as Slug];
	if (!rules || !data || isSystem(req)) return data;
	const isNew = operation === "create";
	const record: Values = isNew ? data : (originalDoc ?? {});
	for (const rule of rules) {
		const state = isNew && rule.of === "self" ? null : await findState(req, rule, record);
		if (state === null || (isNew && !rule.refusesNew)) continue;
		const paths = isNew ? [rule.of] : findChanged(rule, collection.flattenedFields, data, record);
		if (paths.length === 0) continue;
		const message = `The ${state.what} is ${spelled(state.status)}. ${rule.instead}`;
		throw new ValidationError({ collection: collection.slug, errors: paths.map((path) => ({ path, message })), req });
	}
	return data;
};

/** What is closed is not deleted either. */
export const refuseClosedDelete: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
	const rules = closedRecords[collection.slug as Slug];
	if (!rules || isSystem(req)) return;
	const record = await req.payload.db.findOne<{ id: string }>({
		collection: collection.slug,
		where: { id: { equals: id } },
		req,
	});
	for (const rule of rules) {
		const state = record && (await findState(req, rule, { ...record }));
		if (state) throw new Conflict(`The ${state.what} is ${spelled(state.status)}: it is not deleted. ${rule.instead}`);
	}
};

/** The status that closes the record, and of what; null while it is open. */
async function findState(req: PayloadRequest, rule: ClosedRule, record: Values) {
	if (rule.of === "self") {
		const status = statesOf(record).find((state) => rule.in.includes(state));
		return status ? { what: "record", status } : null;
	}
	const id = idOf(record[rule.of]);
	if (id === null) return null;
	const sql = await sqlOf(req);
	const table = rule.of === "onboarding" ? "onboardings" : "casinos";
	const [row] = await sql<{ status: string }>(`SELECT status FROM ${table} WHERE id::text = $1`, [id]);
	return row && rule.in.includes(row.status) ? { what: rule.of, status: row.status } : null;
}

function statesOf(record: Values): string[] {
	const announced = record.announcedAt && record.announcementSubject ? ["announced"] : [];
	if (record.status !== "open") return [String(record.status), ...announced];
	return [
		...announced,
		Number(record.amountPaid ?? 0) > 0 ? "part_paid" : "open",
		...(idOf(record.amends) === null ? [] : ["an_amendment"]),
	];
}

function findChanged(rule: ClosedRule, fields: readonly FlattenedField[], data: Values, record: Values): string[] {
	const { fields: closed, fillable = [] } = rule;
	const isClosed = (name: string) => ("allBut" in closed ? !closed.allBut.includes(name) : closed.includes(name));
	return fields
		.filter((field) => isClosed(field.name) && !isBookkeeping(field))
		.filter((field) => field.name in data)
		.filter((field) => !isSameValue(withIds(field, data[field.name]), withIds(field, record[field.name])))
		.map(({ name }) => name)
		.filter((name) => !(fillable.includes(name) && isSameValue(record[name], null)));
}

const isBookkeeping = (field: FlattenedField): boolean =>
	field.name === "id" || field.name === "updatedAt" || field.name === "createdAt" || field.type === "join";
