import { type CollectionBeforeOperationHook, MissingFile, ValidationError } from "payload";

const zip = Buffer.from("PK\u0003\u0004");

/** How a file of each kind begins. Text begins as it likes. */
const beginnings: Record<string, { at: number; bytes: Buffer }[]> = {
	"application/pdf": [{ at: 0, bytes: Buffer.from("%PDF-") }],
	"image/png": [{ at: 0, bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47]) }],
	"image/jpeg": [{ at: 0, bytes: Buffer.from([0xff, 0xd8, 0xff]) }],
	"image/webp": [
		{ at: 0, bytes: Buffer.from("RIFF") },
		{ at: 8, bytes: Buffer.from("WEBP") },
	],
	"application/vnd.openxmlformats-officedocument.wordprocessingml.document": [{ at: 0, bytes: zip }],
	"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": [{ at: 0, bytes: zip }],
};

/**
 * A file comes with the request and is what it is said to be. Without one Payload would fetch whatever address the
 * data names, from inside our network; and it believes the name of a file whose content it does not know.
 */
export const checkFile: CollectionBeforeOperationHook = ({ args, operation, req }) => {
	if (operation === "create" && !req.file) throw new MissingFile(req.t);
	if (!req.file || (operation !== "create" && operation !== "update")) return args;
	const { data, mimetype } = req.file;
	const isReal = (beginnings[mimetype] ?? []).every(({ at, bytes }) =>
		data.subarray(at, at + bytes.length).equals(bytes),
	);
	if (isReal) return args;
	const message = `This is not a file of the kind its name says (${mimetype}). Save it again as that kind, then upload it.`;
	throw new ValidationError({ collection: "media", errors: [{ path: "file", message }], req });
};
