"use client";

import { useEffect, useRef } from "react";

/** Opens above everything while it is shown, and keeps the keyboard inside. */
export function useModalDialog() {
	const dialog = useRef<HTMLDialogElement>(null);
	useEffect(() => {
		const opened = dialog.current;
		opened?.showModal();
		return () => opened?.close();
	}, []);
	return dialog;
}
