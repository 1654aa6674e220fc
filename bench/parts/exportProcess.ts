import { benchAuditExport } from "../auditExport";

const result = await benchAuditExport({ databaseUrl: process.env.DATABASE_URL ?? "" });
process.stdout.write(JSON.stringify(result));
process.exit(0);
