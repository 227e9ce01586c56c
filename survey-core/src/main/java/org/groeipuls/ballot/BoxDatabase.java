package org.groeipuls.ballot;

import java.sql.Connection;
import java.sql.SQLException;

/** The database in which one box lies; the vendor parts live with the server. */
public interface BoxDatabase {

    /** A connection in auto-commit mode and READ COMMITTED; the caller closes it. */
    Connection connect() throws SQLException;

    /** The name that this box's table has in the database, such as {@code ballot_1f3a}. */
    String table(String name);

    /**
     * Returns when everything committed before this call is safe on disk.
     *
     * @throws RuntimeException when that cannot be promised: nothing may then be acknowledged
     */
    void awaitDurable();
}
