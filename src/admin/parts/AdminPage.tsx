import { DefaultTemplate } from "@payloadcms/next/templates";
import { Gutter, SetStepNav } from "@payloadcms/ui";
import type { AdminViewServerProps } from "payload";
import type { ReactNode } from "react";
import "./parts.css";

/** The frame of a page of our own inside the admin panel: navigation, breadcrumb, heading. */
export function AdminPage({
	view,
	title,
	description,
	children,
}: {
	view: AdminViewServerProps;
	title: string;
	description?: ReactNode;
	children: ReactNode;
}) {
	const { initPageResult, params, searchParams, i18n } = view;
	const { req, permissions, locale, visibleEntities } = initPageResult;
	return (
		<DefaultTemplate
			i18n={i18n}
			locale={locale}
			params={params}
			payload={req.payload}
			permissions={permissions}
			req={req}
			searchParams={searchParams}
			user={req.user ?? undefined}
			visibleEntities={visibleEntities}
		>
			<SetStepNav nav={[{ label: title }]} />
			<main>
				<Gutter className="kt-page">
					<header>
						<h1>{title}</h1>
						{description ? <p>{description}</p> : null}
					</header>
					{children}
				</Gutter>
			</main>
		</DefaultTemplate>
	);
}
