import { buildEnvironment } from "./environment/buildEnvironment.mjs";

// Preloaded (`--import`) by commands that only read the configuration, such as the generators.
Object.assign(process.env, buildEnvironment);
