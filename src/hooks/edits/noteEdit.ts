import {
	APIError,
	type CollectionBeforeOperationHook,
	type GlobalBeforeOperationHook,
	type PayloadRequest,
} from "payload";
import { isSystem } from "@/access/authority";

/** What a person sent, before Payload drops what they may not write and fills in what they left out. */
export type Edit = {
	posted: Readonly<Record<string, unknown>>;
	/** The version of the record that they had before them; null when they named none. */
	since: Date | null;
	/** They named it in `If-Match`. */
	isHeader: boolean;
	/** Past field rules: a script of ours. */
	isPrivileged: boolean;
};

type Operation = { data?: unknown; id?: unknown; overrideAccess?: boolean };

/** The edit that the hooks of this call look at; null for the system's own writes and for restored versions. */
export const editOf = (req: PayloadRequest): Edit | null => (req.context.edit as Edit | undefined) ?? null;

/** Keeps what was sent, for the hooks that run once access is checked. Each call has a context of its own (`asUser`, `asSystem`). */
export const noteEdit: CollectionBeforeOperationHook = ({ args, operation, req }) => {
	if (operation === "create" || operation === "update" || operation === "restoreVersion") {
		note(req, operation, args as Operation);
	}
	return args;
};

export const noteGlobalEdit: GlobalBeforeOperationHook = ({ args, operation, req }) => {
	if (operation === "update") note(req, operation, args as Operation);
	return args;
};

function note(req: PayloadRequest, operation: string, { data, id, overrideAccess }: Operation): void {
	const isEdit = operation !== "restoreVersion" && !isSystem(req);
	if (!isEdit || typeof data !== "object" || data === null) {
		req.context.edit = undefined;
		return;
	}
	const posted: Record<string, unknown> = structuredClone({ ...data, file: undefined });
	if (operation === "create") {
		req.context.edit = { posted, since: null, isHeader: false, isPrivileged: overrideAccess === true } satisfies Edit;
		return;
	}
	const match = req.routeParams?.id === id ? (req.headers?.get("if-match") ?? null) : null;
	const named = match ?? posted.updatedAt ?? null;
	const edit: Edit = {
		posted,
		since: named === null || named === "" || named === "*" ? null : readVersion(named, match !== null),
		isHeader: match !== null,
		isPrivileged: overrideAccess === true,
	};
	req.context.edit = edit;
}

function readVersion(named: unknown, isHeader: boolean): Date {
	const text = String(named)
		.replace(/^W\//, "")
		.replace(/^"(.*)"$/, "$1");
	const at = new Date(text);
	if (typeof named === "string" && !Number.isNaN(at.getTime())) return at;
	const path = isHeader ? "If-Match" : "updatedAt";
	const message = "Send the record's updatedAt as you read it, such as 2026-12-15T09:30:00.123Z.";
	throw new APIError(`${path}: ${message}`, 400, { errors: [{ path, message }] }, true);
}
