import { Link } from "@payloadcms/ui";
import type { DefaultServerCellComponentProps } from "payload";
import type { ReactNode } from "react";

/** The cell of the column that opens the record is a link to it; others are what they show. */
export function LinkedCell({
	cell: { link, linkURL, collectionSlug, rowData },
	children,
}: {
	cell: Pick<DefaultServerCellComponentProps, "link" | "linkURL" | "collectionSlug" | "rowData">;
	children: ReactNode;
}) {
	if (!link) return children;
	return (
		<Link href={linkURL ?? `/admin/collections/${collectionSlug}/${rowData.id}`} prefetch={false}>
			{children}
		</Link>
	);
}
