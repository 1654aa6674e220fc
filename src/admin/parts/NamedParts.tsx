"use client";

import { type ReactNode, useEffect } from "react";

type Mend = [selector: string, attribute: string, value: string | null, isWanted?: (part: Element) => boolean];

/** What Payload's own parts leave unsaid, or say wrongly, to those who listen to the screen: null takes an attribute away. */
const mends: Mend[] = [
	// A list whose entries are links without items around them; each link names itself by its text, number included.
	["ul.doc-tabs__tabs", "role", "none"],
	[".doc-tab[aria-label]", "aria-label", null],
	[".collapsible__drag", "aria-label", "Move this row"],
	[".array-actions .popup-button", "aria-label", "What to do with this row"],
	[".clipboard-action__popup .popup-button", "aria-label", "Copy or paste the rows"],
	[".doc-controls__popup .popup-button", "aria-label", "More to do"],
	// Hidden from those who listen, and yet on the way of the Tab key.
	[".dropdown-indicator[aria-hidden]", "tabindex", "-1"],
	// On a narrow screen it scrolls, which a keyboard must be able to do.
	[".doc-controls__content", "tabindex", "0", ({ scrollWidth, clientWidth }) => scrollWidth > clientWidth],
];

/** Around the whole admin panel. Payload draws these parts again as it likes, so each is looked for after every change. */
export function NamedParts({ children }: { children: ReactNode }) {
	useEffect(() => {
		let frame = 0;
		const mend = () => {
			for (const [selector, attribute, value, isWanted] of mends) {
				for (const part of document.querySelectorAll(selector)) {
					if (isWanted && !isWanted(part)) continue;
					if (value === null) part.removeAttribute(attribute);
					else if (part.getAttribute(attribute) !== value) part.setAttribute(attribute, value);
				}
			}
		};
		const observer = new MutationObserver(() => {
			cancelAnimationFrame(frame);
			frame = requestAnimationFrame(mend);
		});
		mend();
		observer.observe(document.body, { childList: true, subtree: true });
		return () => {
			observer.disconnect();
			cancelAnimationFrame(frame);
		};
	}, []);
	return children;
}
