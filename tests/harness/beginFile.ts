import crypto from "node:crypto";
import { vi } from "vitest";
import { testPassword } from "./testEnvironment";

/*
 * Integration tests share their worker's packages, which take four seconds to load, but no module of ours: the
 * configuration reads the environment when it is loaded, and each file has databases of its own.
 */
vi.resetModules();

const cheapened = Symbol.for("keyturn.cheapTestPassword");
const { pbkdf2 } = crypto;

/*
 * Hundreds of people are created and signed in, at a quarter of a second each time. Their one password is hashed in a
 * single round; any other, a wrong one above all, costs what it costs.
 */
if (!(cheapened in pbkdf2)) {
	const cheap: typeof pbkdf2 = (password, salt, iterations, ...rest) =>
		pbkdf2(password, salt, password === testPassword ? 1 : iterations, ...rest);
	crypto.pbkdf2 = Object.assign(cheap, { [cheapened]: true }) as typeof pbkdf2;
}
