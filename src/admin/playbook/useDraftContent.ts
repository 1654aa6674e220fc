"use client";

import { useAllFormFields } from "@payloadcms/ui";
import type { FormState } from "payload";
import { reduceFieldsToValues } from "payload/shared";
import { useEffect, useState } from "react";
import type { PlaybookContent } from "@/domain/playbook/content";
import { contentOfForm } from "./contentOfForm";

/** Milliseconds after the last key: a playbook has thousands of fields. */
const pause = 500;

/** What the form says as it stands, saved or not; null before it has been read. */
export function useDraftContent(): PlaybookContent | null {
	const [fields] = useAllFormFields();
	const [draft, setDraft] = useState<PlaybookContent | null>(null);
	const isFirst = draft === null;
	useEffect(() => {
		const timer = setTimeout(() => setDraft(readDraft(fields)), isFirst ? 0 : pause);
		return () => clearTimeout(timer);
	}, [fields, isFirst]);
	return draft;
}

const readDraft = (fields: FormState): PlaybookContent | null =>
	fields.phases ? contentOfForm(reduceFieldsToValues(fields, true)) : null;
