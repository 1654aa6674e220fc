"use client";

import { useState } from "react";
import { callApi } from "@/admin/parts/callApi";

export function SignOut() {
	const [isBusy, setBusy] = useState(false);
	const leave = async () => {
		if (isBusy) return;
		setBusy(true);
		// A session that ended by itself is left all the same.
		await callApi("/users/logout", { body: {} }).catch(() => {});
		location.assign("/sign-in");
	};
	return (
		<button type="button" className="button button--quiet button--small" aria-disabled={isBusy} onClick={leave}>
			{isBusy ? "Signing out…" : "Sign out"}
		</button>
	);
}
