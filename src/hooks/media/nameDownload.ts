import type { PayloadRequest } from "payload";
import { writeDisposition } from "@/domain/files/fileKinds";
import type { Media } from "@/payload-types";

/** A file is saved under the name it was uploaded under, and never shown in the page. Payload then serves it as it does. */
export function nameDownload(req: PayloadRequest, { doc }: { doc: object }): void {
	const { shownName, filename } = doc as Partial<Media>;
	const name = shownName ?? filename ?? "file";
	req.responseHeaders = new Headers(req.responseHeaders);
	req.responseHeaders.set("Content-Disposition", writeDisposition(name));
}
