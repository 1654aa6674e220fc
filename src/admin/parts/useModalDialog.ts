"use client";

import { type SyntheticEvent, useEffect, useRef } from "react";

/** Opens above everything while it is shown, keeps the keyboard inside, and closes with Escape unless it is busy. */
export function useModalDialog({ onClose, isBusy = false }: { onClose(): void; isBusy?: boolean }) {
	const ref = useRef<HTMLDialogElement>(null);
	useEffect(() => {
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
