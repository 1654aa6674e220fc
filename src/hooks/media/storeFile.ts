import { randomUUID } from "node:crypto";
import {
	type AfterErrorHook,
	APIError,
	type CollectionAfterChangeHook,
	type CollectionBeforeChangeHook,
	type CollectionBeforeOperationHook,
	MissingFile,
	type PayloadRequest,
	ValidationError,
} from "payload";
import { detectFileKind, showFileName, writeDisposition } from "@/domain/files/fileKinds";
import { isStored, protectFile } from "@/operations/media/protectFiles";
import type { Media } from "@/payload-types";

/** What a person says of a file, and the name that is refused from them, not dropped. Everything else follows from the file. */
const said = new Set(["alt", "casino", "focalX", "focalY", "shownName", "updatedAt"]);

/**
 * A file comes with the request and is what it is said to be. Without one Payload would fetch whatever address the data
 * names, from inside our network; and it believes the name of a file whose content it does not know.
 *
 * It is stored under a name of its own, which tells nothing: neither what it was called, nor that another customer has one
 * that is called so, and with the ending of what it is.
 */
export const checkFile: CollectionBeforeOperationHook = ({ args, operation, req }) => {
	if (operation !== "create" && operation !== "update") return args;
	if (operation === "create" && !req.file) throw new MissingFile(req.t);
	const { data } = args as { data?: Record<string, unknown> };
	const kept = Object.fromEntries(Object.entries(data ?? {}).filter(([name]) => said.has(name)));
	if (req.file) storeUnderOwnName(req, req.file);
	return { ...args, data: kept };
};

/** Keeps the name it is shown under. Nobody may write the field, so it is set after the rules have been asked. */
export const keepShownName: CollectionBeforeChangeHook = ({ data, req }) => {
	const { shownName } = req.context;
	return typeof shownName === "string" && req.file ? { ...data, shownName } : data;
};

type SentFile = NonNullable<PayloadRequest["file"]>;

function storeUnderOwnName(req: PayloadRequest, file: SentFile): void {
	const kind = detectFileKind({ mime: file.mimetype, name: file.name, data: file.data });
	if (!kind) {
		const message = `This is not a file of the kind its name says (${file.mimetype}). Save it again as that kind, then upload it.`;
		throw new ValidationError({ collection: "media", errors: [{ path: "file", message }], req });
	}
	req.file = { ...file, name: `${randomUUID()}.${kind.ending}` };
	req.context.shownName = showFileName(file.name, kind);
}

/** Payload writes a file as anybody on the machine may read it. */
export const protectStored: CollectionAfterChangeHook<Media> = async ({ doc, req }) => {
	if (req.file && doc.filename) await protectFile(req.payload, doc.filename);
	return doc;
};

/**
 * A file is saved under the name it was uploaded under, and never shown in the page. Payload then serves it as it does, where it
 * is there: for one whose row is left alone Payload would answer that the server failed.
 */
export async function nameDownload(req: PayloadRequest, { doc }: { doc: object }): Promise<void> {
	const { shownName, filename } = doc as Partial<Media>;
	const name = shownName ?? filename ?? "file";
	if (!(await isStored(req.payload, filename ?? ""))) {
		req.payload.logger.error({ msg: "A file is missing on the disk.", filename });
		throw new APIError(`The content of “${name}” is no longer stored. Upload it again.`, 404);
	}
	req.responseHeaders = new Headers(req.responseHeaders);
	req.responseHeaders.set("Content-Disposition", writeDisposition(name));
}

/** A file that is not there, or not theirs, is not found: Payload would say that it is forbidden. For a collection's `afterError`. */
export const hideUnknownFile: AfterErrorHook = ({ error, req }) => {
	const isRead = req.routeParams?.filename !== undefined && req.method === "GET";
	if (!isRead || !req.user || !("status" in error) || error.status !== 403) return;
	return { status: 404, response: { errors: [{ message: "There is no such file." }] } };
};
