import { type Access, APIError, type CollectionConfig } from "payload";
import { allow } from "@/access/scope";
import { fileKinds } from "@/domain/files/fileKinds";
import { checkFile, hideUnknownFile, keepShownName, nameDownload, protectStored } from "@/hooks/media/storeFile";
import { reviewPlanAfter } from "@/hooks/plan/reviewPlanOf";
import { slug } from "@/slugs";
import { casinoField } from "../fields/casinoField";
import { ownedCollection } from "../fields/ownedCollection";
import { writtenBySystem } from "../fields/writtenBySystem";

const mayRead = allow(slug.media, "read");

/** Payload looks a file up by its prefix when the address names one, in a column that files kept here do not have. */
const readByNameAlone: Access = (args) => {
	if (args.isReadingStaticFile && args.req.searchParams?.has("prefix"))
		throw new APIError("Files have no prefix.", 400);
	if (args.isReadingStaticFile && String(args.req.routeParams?.filename).includes("\0"))
		throw new APIError("No file has such a name.", 400);
	const reach = mayRead(args);
	// With no condition Payload serves whatever lies in the folder, without looking for its row.
	return args.isReadingStaticFile && reach === true ? { id: { exists: true } } : reach;
};

/** Files: signed contracts, guides, pictures. Served only to those who may read the row. */
export const Media: CollectionConfig = ownedCollection({
	slug: slug.media,
	labels: { singular: "File", plural: "Files" },
	admin: {
		group: "Library",
		useAsTitle: "shownName",
		defaultColumns: ["shownName", "casino", "mimeType", "filesize", "updatedAt"],
		description: "Files of one customer, or of the vendor when no casino is named.",
	},
	access: { read: readByNameAlone },
	upload: {
		staticDir: "media",
		disableLocalStorage: false,
		pasteURL: false,
		mimeTypes: Object.values(fileKinds).map(({ mime }) => mime),
		handlers: [nameDownload],
		modifyResponseHeaders: ({ headers }) => {
			headers.set("X-Content-Type-Options", "nosniff");
			headers.set("Content-Security-Policy", "default-src 'none'; sandbox");
			headers.set("Cache-Control", "private, no-store");
			return headers;
		},
	},
	hooks: {
		beforeOperation: [checkFile],
		beforeChange: [keepShownName],
		afterChange: [protectStored],
		// A contract whose signed copy is gone is not stored any more.
		afterDelete: [reviewPlanAfter],
		afterError: [hideUnknownFile],
	},
	fields: [
		casinoField({ isRequired: false, description: "Whose file it is. Empty: the vendor's own." }),
		{ name: "alt", type: "text", label: "Description", maxLength: 300 },
		...writtenBySystem([
			{
				name: "shownName",
				type: "text",
				label: "File name",
				maxLength: 200,
				admin: { readOnly: true, description: "The name it was uploaded under, and is downloaded under." },
			},
		]),
	],
});
