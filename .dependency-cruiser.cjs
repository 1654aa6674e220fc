/**
 * Who may import whom. One entry a room: what it may reach inside this repository, besides itself.
 * Errors, slugs and the generated types are leaves that say nothing about how the system works.
 */
const leaves = ["errors", "slugs", "types"];
const recordRooms = ["domain", "access", "queue", ...leaves];

const mayImport = {
	env: [],
	slugs: [],
	errors: [],
	domain: ["errors"],
	access: ["domain", ...leaves],
	provisioning: ["domain", "errors"],
	playbooks: ["domain", "provisioning", "errors"],
	integrations: ["env", "errors"],
	queue: ["env", "errors"],
	inbox: recordRooms,
	// Personal values are sealed with keys that are wrapped with the installation's secret.
	audit: [...recordRooms, "env"],
	documents: recordRooms,
	operations: [...recordRooms, "env", "provisioning", "playbooks", "inbox", "audit", "documents"],
	// The audit hooks append in the change's own transaction; nothing stands between them and the record.
	hooks: ["operations", "access", "domain", "audit", "queue", ...leaves],
	endpoints: ["operations", "access", "domain", ...leaves],
	// The worker runs the sealer, which is no operation: nobody calls it, it looks by itself.
	worker: ["operations", "access", "domain", "queue", "audit", "env", ...leaves],
	collections: ["access", "hooks", "domain", ...leaves],
	admin: ["operations", "access", "domain", ...leaves],
	// A route of the server's own may answer with an endpoint, without what Payload prepares for people.
	app: ["operations", "access", "domain", "admin", "endpoints", "config", "env", ...leaves],
};

const place = {
	env: "^src/env\\.ts$",
	slugs: "^src/slugs\\.ts$",
	types: "^src/payload-types\\.ts$",
	config: "^payload\\.config\\.ts$",
};
const pathOf = (room) => place[room] ?? `^src/${room}/`;

/** Where the worker begins, in a process of its own or inside the web process: it needs the composition root. */
const WORKER_STARTS = "^src/worker/(main|startInside)\\.ts$";

const roomRules = Object.entries(mayImport).map(([room, allowed]) => ({
	name: `${room}-imports`,
	comment: `${room} may import ${allowed.length > 0 ? allowed.join(", ") : "nothing of ours"}.`,
	severity: "error",
	from: { path: pathOf(room), pathNot: room === "worker" ? WORKER_STARTS : undefined },
	to: {
		path: "^(src/|payload\\.config\\.ts$)",
		pathNot: [room, ...allowed].map(pathOf).concat(room === "integrations" ? "^src/provisioning/ports\\.ts$" : []),
	},
}));

const PAYLOAD_PACKAGES = "node_modules/(payload|@payloadcms)/";

module.exports = {
	forbidden: [
		...roomRules,
		{
			name: "pure-of-payload",
			comment:
				"Rules, provisioning and vendors know nothing of Payload: what they need comes as an argument or a port.",
			severity: "error",
			from: { path: "^src/(domain|provisioning|integrations|errors|playbooks)/" },
			to: { path: PAYLOAD_PACKAGES },
		},
		{
			name: "domain-is-pure",
			comment: "Domain rules do no input or output.",
			severity: "error",
			from: { path: "^src/domain/" },
			to: { dependencyTypes: ["core", "npm"] },
		},
		{
			name: "ports-by-type-only",
			comment: "A vendor adapter implements a port; it does not run provisioning code.",
			severity: "error",
			from: { path: "^src/integrations/" },
			to: { path: "^src/provisioning/", dependencyTypesNot: ["type-only"] },
		},
		{
			name: "one-vendor-one-room",
			comment: "A vendor's adapter does not lean on another vendor's.",
			severity: "error",
			from: { path: "^src/integrations/([^/]+)/" },
			to: { path: "^src/integrations/", pathNot: "^src/integrations/$1/" },
		},
		{
			name: "vendor-code-in-integrations",
			comment: "Vendors' libraries are used in integrations, and only there.",
			severity: "error",
			from: { path: "^src/", pathNot: "^src/integrations/" },
			to: { path: "node_modules/(stripe|nodemailer|@react-email)/" },
		},
		{
			name: "no-collection-imports-another",
			comment: "Collections are schema and wiring; they meet in payload.config.ts.",
			severity: "error",
			from: { path: "^src/collections/(.+)$" },
			to: { path: "^src/collections/", pathNot: ["^src/collections/$1$", "^src/collections/fields/"] },
		},
		{
			name: "screens-act-as-their-user",
			comment: "Screens read through operations and as the signed-in user; the lint refuses asSystem there.",
			severity: "error",
			from: { path: "^src/(admin|app/\\((portal|public)\\))/" },
			to: { path: "^src/access/", pathNot: "^src/access/(authority|actorOf|roles)\\.ts$" },
		},
		{
			name: "config-is-the-root",
			comment:
				"Only the app shell, the worker's start, scripts, the bench and the test harness import the composition root.",
			severity: "error",
			from: {
				path: "^(src|tests)/",
				pathNot: `^(src/app/|src/instrumentation\\.ts$|tests/)|${WORKER_STARTS}`,
			},
			to: { path: "^payload\\.config\\.ts$" },
		},
		{
			name: "no-cycles",
			severity: "error",
			from: {},
			to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
		},
		{
			name: "nothing-from-tests",
			severity: "error",
			from: { path: "^src/" },
			to: { path: "^(tests|bench|scripts)/" },
		},
		{
			name: "resolvable",
			severity: "error",
			from: {},
			to: { couldNotResolve: true },
		},
		{
			name: "no-dev-dependency-in-production",
			severity: "error",
			from: { path: "^(src|scripts)/", pathNot: "^scripts/(test|check|lint|demo)" },
			to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"], pathNot: "node_modules/@types/" },
		},
	],
	options: {
		doNotFollow: { path: "node_modules" },
		exclude: { path: "^(\\.next|\\.data|src/migrations)/|importMap\\.js$" },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: "tsconfig.json" },
		enhancedResolveOptions: {
			exportsFields: ["exports"],
			conditionNames: ["import", "node", "default", "types"],
			extensions: [".ts", ".tsx", ".mjs", ".js", ".cjs", ".json", ".css", ".scss"],
		},
		reporterOptions: {
			dot: { collapsePattern: "^src/[^/]+", theme: { graph: { rankdir: "TB" } } },
		},
	},
};
