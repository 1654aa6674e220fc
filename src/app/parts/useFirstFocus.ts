"use client";

import { type RefObject, useEffect } from "react";

/** A form that was opened on purpose begins with the keyboard in it. */
export function useFirstFocus(form: RefObject<HTMLFormElement | null>): void {
	useEffect(() => form.current?.querySelector<HTMLElement>("input, textarea, select, button")?.focus(), [form]);
}
