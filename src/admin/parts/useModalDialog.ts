"use client";

import { type SyntheticEvent, useLayoutEffect, useRef } from "react";

/**
 * Opens above everything while it is shown, keeps the keyboard inside, and closes with Escape unless it is busy. Whatever had
 * the focus before has it again: the dialog closes before it leaves the page, which an ordinary effect is too late for.
 */
export function useModalDialog({ onClose, isBusy = false }: { onClose(): void; isBusy?: boolean }) {
	const ref = useRef<HTMLDialogElement>(null);
	useLayoutEffect(() => {
		const opened = ref.current;
		opened?.showModal();
		return () => opened?.close();
	}, []);
	const onCancel = (event: SyntheticEvent) => {
		// A file picker that is dismissed and a dialog inside this one say “cancel” too.
		if (event.target !== event.currentTarget) return;
		event.preventDefault();
		if (!isBusy) onClose();
	};
	return { ref, onCancel };
}
