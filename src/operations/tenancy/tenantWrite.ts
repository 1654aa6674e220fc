import { type PayloadRequest, ValidationError } from "payload";
import type { Slug } from "@/slugs";

/** A write whose tenant is to be checked. */
export type TenantWrite = {
	req: PayloadRequest;
	collection: Slug;
	operation: "create" | "update";
	data: Record<string, unknown>;
	original: Record<string, unknown>;
	isSystem: boolean;
};

/** What exists elsewhere is answered as if it did not. */
export const noSuchRecord = "There is no such record here. Choose one of this customer's.";

/** @throws ValidationError at the field */
export function refuse(write: TenantWrite, path: string, message: string): never {
	throw new ValidationError({ collection: write.collection, errors: [{ path, message }], req: write.req });
}
