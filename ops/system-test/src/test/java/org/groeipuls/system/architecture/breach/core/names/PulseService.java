package org.groeipuls.system.architecture.breach.core.names;

/** Says nothing. */
public final class PulseService {
    private PulseService() {}
}
