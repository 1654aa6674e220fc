import type { GlobalAfterChangeHook, GlobalConfig } from "payload";
import { changedFields } from "@/audit/changedFields";
import { mergeStaleGlobal } from "../edits/mergeStale";
import { noteGlobalEdit } from "../edits/noteEdit";
import { refuseDeniedGlobal } from "../edits/refuseDenied";
import { lockGlobal } from "../status/lockRow";
import { requireGlobalObject } from "../values/requireObject";
import { recordChange } from "./recordChange";
import { readStoredGlobal, storedFields } from "./storedDocument";

/** The same global with every change in the audit record, as `auditCollection`, and compared with what was opened. */
export function auditGlobal(config: GlobalConfig): GlobalConfig {
	const { hooks = {} } = config;
	return {
		...config,
		hooks: {
			...hooks,
			beforeOperation: [requireGlobalObject, ...(hooks.beforeOperation ?? []), lockGlobal, noteGlobalEdit],
			beforeValidate: [mergeStaleGlobal, refuseDeniedGlobal, ...(hooks.beforeValidate ?? [])],
			afterChange: [...(hooks.afterChange ?? []), recordSetting],
		},
	};
}

const recordSetting: GlobalAfterChangeHook = async ({ global, previousDoc, req }) => {
	const after = await readStoredGlobal(req, global);
	const before = storedFields(previousDoc ?? {}, global.flattenedFields);
	if (changedFields(before, after).length === 0) return;
	await recordChange({ req, action: "update", collection: global.slug, document: global.slug, before, after });
};
