package org.groeipuls.attack;

/**
 * Attacks on what this version may not have: decided by whether the server's description names the addresses that they
 * would need.
 *
 * @param part a part of such an address
 */
record NotYet(String key, String part) implements Attack<Api> {
    @Override
    public boolean changes() {
        return false;
    }

    @Override
    public Finding on(Api api) {
        var paths = api.description().path("paths");
        if (paths.isEmpty()) {
            throw new AttackNotRun("The server does not describe its interface at /api/v1/openapi");
        }
        for (var path : paths.propertyNames()) {
            if (path.contains(part)) {
                return Finding.notRun("This version has " + part + ", and nobody wrote an attack on it yet");
            }
        }
        return Finding.notApplicable("This version has no " + part);
    }
}
