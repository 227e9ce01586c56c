package org.groeipuls.system.architecture.breach.core.bare;

/** Stands in a package without package-info. */
public final class Bare {
    private Bare() {}
}
