/** The playbook of an onboarding that names none. */
export const defaultPlaybookKey = "casino_floor";
