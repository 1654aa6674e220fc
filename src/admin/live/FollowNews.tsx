"use client";

import { LiveSign } from "./LiveSign";
import { useNews } from "./useNews";

/** Keeps a page that the server rendered as it stands now, and says whether it does. */
export function FollowNews({ address }: { address: string }) {
	return <LiveSign connection={useNews(address)} />;
}
