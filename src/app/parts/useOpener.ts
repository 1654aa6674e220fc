"use client";

import { type RefObject, useEffect, useRef } from "react";

/** The button that gives way to a form. It takes the focus back when the form closes, unless that went elsewhere. */
export function useOpener(isOpen: boolean): RefObject<HTMLButtonElement | null> {
	const opener = useRef<HTMLButtonElement>(null);
	const wasOpen = useRef(isOpen);
	useEffect(() => {
		if (wasOpen.current && !isOpen && document.activeElement === document.body) opener.current?.focus();
		wasOpen.current = isOpen;
	}, [isOpen]);
	return opener;
}
