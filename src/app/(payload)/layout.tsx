import "@fontsource-variable/inter/index.css";
import "@payloadcms/next/css";
import "./custom.css";
import config from "@payload-config";
import { handleServerFunctions, RootLayout } from "@payloadcms/next/layouts";
import type { ServerFunctionClient } from "payload";
import type { ReactNode } from "react";
import { actorOf } from "@/access/actorOf";
import { requireServerFunction } from "@/admin/serverFunctions";
import { readSession } from "../session";
import { importMap } from "./admin/importMap.js";

const serverFunction: ServerFunctionClient = async (args) => {
	"use server";
	await requireServerFunction(args.name, async () => {
		const { req } = await readSession();
		const actor = actorOf(req);
		return actor.kind === "person" && actor.vendorRole !== null;
	});
	return handleServerFunctions({ ...args, config, importMap });
};

export default function Layout({ children }: { children: ReactNode }) {
	return (
		<RootLayout config={config} importMap={importMap} serverFunction={serverFunction}>
			{children}
		</RootLayout>
	);
}
