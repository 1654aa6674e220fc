"use client";

import { useAllFormFields } from "@payloadcms/ui";
import type { FormState } from "payload";
import { reduceFieldsToValues } from "payload/shared";
import { useEffect, useState } from "react";
import type { PlaybookContent } from "@/domain/playbook/content";
import { contentOf } from "@/operations/playbooks/contentOf";
import type { Playbook } from "@/payload-types";

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

/** An empty list stands in the form as the number of its rows. */
function readDraft(fields: FormState): PlaybookContent | null {
	if (!fields.phases) return null;
	const form = reduceFieldsToValues(fields, true) as Partial<Playbook>;
	const phases = listOf(form.phases).map((phase) => ({ ...phase, items: listOf(phase.items) }));
	return contentOf({ ...form, phases });
}

const listOf = <Row>(rows: Row[] | null | undefined): Row[] => (Array.isArray(rows) ? rows : []);
