import { afterAll } from "vitest";
import { dropTestDatabases } from "./createTestDatabase";

// Registered before any test file's own hooks, hence run after them.
afterAll(dropTestDatabases);
