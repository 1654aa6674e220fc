import type { CollectionConfig } from "payload";
import { allow, allowVersions } from "@/access/scope";
import { refuseHiddenPaths } from "@/hooks/access/refuseHiddenPaths";
import { askReason } from "@/hooks/edits/askReason";
import { mergeStale } from "@/hooks/edits/mergeStale";
import { noteEdit } from "@/hooks/edits/noteEdit";
import { refuseClosed, refuseClosedDelete } from "@/hooks/edits/refuseClosed";
import { refuseDenied } from "@/hooks/edits/refuseDenied";
import { refusePartialBulk } from "@/hooks/edits/refusePartialBulk";
import { lockRow } from "@/hooks/status/lockRow";
import { checkReach } from "@/hooks/tenancy/checkReach";
import { checkTenancy } from "@/hooks/tenancy/checkTenancy";
import { readDays } from "@/hooks/values/readDays";
import { refuseFarDates } from "@/hooks/values/refuseFarDates";
import { refuseUnstorable } from "@/hooks/values/refuseUnstorable";
import { requireObject } from "@/hooks/values/requireObject";
import { keepUnrestorable } from "@/hooks/versions/keepUnrestorable";
import type { Slug } from "@/slugs";
import { withTimeCells } from "./withTimeCells";

const beforeDocumentControls = ["@/admin/conflict/KeepUnsaved#KeepUnsaved"];

type OwnedInput = Omit<CollectionConfig, "slug" | "access"> & {
	slug: Slug;
	access?: Partial<NonNullable<CollectionConfig["access"]>>;
	/** What a rule inside the row needs to see whatever was selected. */
	alwaysSelect?: Record<string, true>;
};

/**
 * A collection under the access matrix: every operation from its row of the matrix, versions included, filters
 * checked for hidden fields, and the tenant agreement of every write. Nothing else grants access.
 */
export function ownedCollection(input: OwnedInput): CollectionConfig {
	const { alwaysSelect, access, hooks, ...rest } = input;
	const hasCasino = rest.fields.some((field) => "name" in field && field.name === "casino");
	return {
		...rest,
		admin: {
			pagination: { defaultLimit: 25, limits: [10, 25, 50, 100] },
			...rest.admin,
			components: { ...rest.admin?.components, edit: { ...rest.admin?.components?.edit, beforeDocumentControls } },
		},
		fields: withTimeCells(rest.fields, { hasTimestamps: rest.timestamps !== false }),
		...(hasCasino || alwaysSelect ? { forceSelect: { ...(hasCasino ? { casino: true } : {}), ...alwaysSelect } } : {}),
		// Locks would show a customer which of the vendor's people has a record open.
		lockDocuments: false,
		// A copy takes hidden fields and those only the system writes along: a password, an approval.
		disableDuplicate: true,
		access: {
			create: allow(input.slug, "create"),
			read: allow(input.slug, "read"),
			update: allow(input.slug, "update"),
			delete: allow(input.slug, "delete"),
			readVersions: rest.versions ? allowVersions(input.slug) : () => false,
			...access,
		},
		hooks: {
			...hooks,
			beforeOperation: [
				requireObject,
				refuseHiddenPaths(input.slug),
				readDays,
				...(hooks?.beforeOperation ?? []),
				lockRow(input.slug),
				noteEdit,
			],
			// What was sent is compared with the locked row first; the collection's own hooks then see what is left of it.
			beforeValidate: [
				...(rest.versions ? [keepUnrestorable] : []),
				checkReach(input.slug),
				refuseUnstorable,
				refuseFarDates,
				mergeStale,
				refuseDenied,
				refuseClosed,
				askReason,
				...(hooks?.beforeValidate ?? []),
				checkTenancy(input.slug),
			],
			beforeDelete: [...(hooks?.beforeDelete ?? []), refuseClosedDelete],
			afterOperation: [...(hooks?.afterOperation ?? []), refusePartialBulk],
		},
	};
}
