import type { CollectionAfterChangeHook } from "payload";
import { protectFile } from "@/operations/media/protectFiles";
import type { Media } from "@/payload-types";

/** Payload writes a file as anybody on the machine may read it. */
export const protectStored: CollectionAfterChangeHook<Media> = async ({ doc, req }) => {
	if (req.file && doc.filename) await protectFile(req.payload, doc.filename);
	return doc;
};
