package org.groeipuls.attack;

/** This version of the server has nothing that an attack could be aimed at. */
final class AttackNotApplicable extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param part the address that it does not have */
    AttackNotApplicable(String part) {
        super("This version has no " + part);
    }
}
