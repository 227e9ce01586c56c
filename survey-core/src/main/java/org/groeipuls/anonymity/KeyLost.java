package org.groeipuls.anonymity;

/** The vault has no usable key of a pulse: it was destroyed, is damaged, or this node has another vault. */
public final class KeyLost extends RuntimeException {
    private static final long serialVersionUID = 1;

    KeyLost(String message) {
        super(message);
    }

    KeyLost(String message, Throwable cause) {
        super(message, cause);
    }
}
