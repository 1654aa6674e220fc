import { createHash } from "node:crypto";
import { canonicalJson, type Json } from "@/audit/auditEntry";
import type { PlaybookContent } from "@/domain/playbook/content";

/** SHA-256 of a content, the same whatever order its keys were written in. */
export const hashContent = (content: PlaybookContent): string =>
	createHash("sha256")
		.update(canonicalJson(content as unknown as Json))
		.digest("hex");
