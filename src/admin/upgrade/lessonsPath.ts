import { slug } from "@/slugs";
import { formPath } from "../parts/adminPath";

/** The draft of a playbook's next version, at what was learned. */
export const lessonsPath = (playbook: string) => `${formPath(slug.playbooks, playbook)}#field-lessons`;
