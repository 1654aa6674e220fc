import config from "@payload-config";
import { generatePageMetadata, RootPage } from "@payloadcms/next/views";
import type { Metadata } from "next";
import { importMap } from "../importMap.js";
import { requirePanel } from "./requirePanel";

type Arguments = {
	params: Promise<{ segments: string[] }>;
	searchParams: Promise<Record<string, string | string[]>>;
};

export const generateMetadata = ({ params, searchParams }: Arguments): Promise<Metadata> =>
	generatePageMetadata({ config, params, searchParams });

export default async function Page({ params, searchParams }: Arguments) {
	await requirePanel((await params).segments);
	return RootPage({ config, importMap, params, searchParams });
}
