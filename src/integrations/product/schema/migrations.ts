import { accessCheck } from "./accessCheck";
import { audit } from "./audit";
import { configuration } from "./configuration";
import { configurationSync } from "./configurationSync";
import { floorSync } from "./floorSync";
import { identity } from "./identity";
import { policies } from "./policies";
import { rpcs } from "./rpcs";
import { scopeUsage } from "./scopeUsage";
import { tables } from "./tables";

/** In order; the version is the position, from 1. Append only: what has been released is never edited. */
export const migrations: readonly string[] = [
	tables,
	identity,
	policies,
	audit,
	rpcs,
	accessCheck,
	floorSync,
	configuration,
	configurationSync,
	scopeUsage,
];
