package org.groeipuls.api.job;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A database that is away for a while: what it broke off is worth another try, and is no fault of the work. */
public final class Outage {
    /** Classes of SQLSTATE: connection exception, operator intervention, invalid transaction state (a session cut off). */
    private static final List<String> STATES = List.of("08", "57P", "25P03");

    private Outage() {}

    /** Whether something failed because the connection to the database was lost or could not be made. */
    public static boolean caused(Throwable failure) {
        return Stream.<@Nullable Throwable>iterate(failure, cause -> cause != null, cause -> cause.getCause())
                .limit(20)
                .anyMatch(cause -> cause instanceof SQLException sql && lost(sql));
    }

    private static boolean lost(SQLException failure) {
        var state = failure.getSQLState();
        return failure instanceof SQLTransientConnectionException
                || failure instanceof SQLNonTransientConnectionException
                || failure instanceof SQLRecoverableException
                || state != null && STATES.stream().anyMatch(state::startsWith);
    }
}
