"use client";

import { ConfigProvider, DefaultEditView, useConfig } from "@payloadcms/ui";
import type { DocumentViewClientProps } from "payload";
import { useMemo } from "react";
import { slug } from "@/slugs";

/**
 * A person's form without Payload's password fields: nobody chooses another's, and one's own is changed with the current one
 * (`PersonActs`). They are left out where the form believes that accounts have no passwords.
 */
export function PersonEdit(props: DocumentViewClientProps) {
	const { config } = useConfig();
	const withoutPasswords = useMemo(
		() => ({
			...config,
			collections: config.collections.map((collection) =>
				collection.slug === slug.users && collection.auth
					? { ...collection, auth: { ...collection.auth, disableLocalStrategy: { enableFields: true as const } } }
					: collection,
			),
		}),
		[config],
	);
	return (
		<ConfigProvider config={withoutPasswords as typeof config}>
			<DefaultEditView {...props} />
		</ConfigProvider>
	);
}
