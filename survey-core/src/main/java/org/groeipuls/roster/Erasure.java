package org.groeipuls.roster;

import java.sql.Connection;
import java.sql.SQLException;

/** Something that holds data of people and forgets a person. Whatever holds any is put in the list of these in the wiring. */
public interface Erasure {
    /**
     * Forgets a person, in the transaction that erases them from the roster. It may run again when that transaction does;
     * so what stands elsewhere is deleted in a way that can be repeated.
     */
    void forget(Connection roster, PersonId who) throws SQLException;
}
