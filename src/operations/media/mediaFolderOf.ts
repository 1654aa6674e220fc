import path from "node:path";
import type { Payload } from "payload";
import { slug } from "@/slugs";

/** Where uploaded files are kept. */
export const mediaFolderOf = (payload: Payload): string =>
	path.resolve(payload.collections[slug.media].config.upload.staticDir ?? "");
