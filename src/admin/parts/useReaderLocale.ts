import { useSyncExternalStore } from "react";

const never = () => () => {};

/** Where the reader is at home, as their browser says: how they write figures. English until the page has come alive. */
export function useReaderLocale(): string {
	return useSyncExternalStore(
		never,
		() => navigator.language,
		() => "en",
	);
}
