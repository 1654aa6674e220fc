/** Of everybody whom the factories create. */
export const testPassword = "a password for tests, long enough";
