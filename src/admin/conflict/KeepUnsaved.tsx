"use client";

import { useForm, useFormModified, useFormProcessing, useFormSubmitted } from "@payloadcms/ui";
import { useEffect } from "react";

/** Told to the window when a conflict was closed without a choice. */
export const conflictClosed = "keyturn:conflict-closed";

/**
 * In every record's form: what was refused is not saved yet. Payload takes a form as saved once any answer came, so that its button
 * stays off and leaving the page loses what was typed without a word. Where a field is wrong it is left at that: the form would be
 * judged again at once, without the reason that stands at the field, and whoever corrects it changes the form anyway. A conflict names
 * its fields too, but nothing of them has to be corrected.
 */
export function KeepUnsaved() {
	const { getFields, setModified } = useForm();
	const isModified = useFormModified();
	const isProcessing = useFormProcessing();
	const isSubmitted = useFormSubmitted();
	useEffect(() => {
		if (!isSubmitted || isProcessing || isModified) return;
		const isRefusedAtField = Object.values(getFields()).some(({ valid }) => valid === false);
		if (!isRefusedAtField) setModified(true);
	}, [isSubmitted, isProcessing, isModified, getFields, setModified]);
	useEffect(() => {
		if (!isSubmitted) return;
		const keep = () => setModified(true);
		window.addEventListener(conflictClosed, keep);
		return () => window.removeEventListener(conflictClosed, keep);
	}, [isSubmitted, setModified]);
	return null;
}
