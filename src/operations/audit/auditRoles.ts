import type { VendorRole } from "@/access/roles";

/** Who takes evidence out of the record. */
export const exporters: readonly VendorRole[] = ["admin", "compliance", "auditor", "manager"];
/** Who sees personal values in the record in the clear. */
export const revealers: readonly VendorRole[] = ["admin", "compliance", "auditor"];
/** Who makes a person unreadable for ever. */
export const erasers: readonly VendorRole[] = ["admin", "compliance"];
