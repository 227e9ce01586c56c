package org.groeipuls.api.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;

/** Changes roster and history, or history more than once, in one transaction: all of it happens or none. */
public final class Together {
    private final TransactionManager transactions;
    private final ConnectionProvider connections;
    private final Commands commands;

    /** @param connections gives the transaction's own connection within one */
    public Together(TransactionManager transactions, ConnectionProvider connections, Commands commands) {
        this.transactions = transactions;
        this.connections = connections;
        this.commands = commands;
    }

    /** Changes tables on the transaction's connection, and neither commits nor closes it. */
    public interface Change {
        void in(Connection connection) throws SQLException;
    }

    /**
     * Makes the change and sends the commands; returns when all of it is durable and visible.
     *
     * @throws org.groeipuls.refusal.Refusal when a rule says no to one of the commands; nothing has happened then
     */
    public void change(Change change, List<?> orders) {
        commands.sendWithin(
                send -> transactions.executeInTransaction(() -> {
                    make(change);
                    send.run();
                }),
                orders);
    }

    /**
     * Sends commands of which all happen or none; returns when all of it is durable and visible.
     *
     * @throws org.groeipuls.refusal.Refusal when a rule says no to one of them; nothing has happened then
     * @return whether history has grown
     */
    public boolean send(List<?> orders) {
        return commands.sendWithin(transactions::executeInTransaction, orders);
    }

    private void make(Change change) {
        try (var connection = connections.getConnection()) {
            change.in(connection);
        } catch (SQLException e) {
            // the database's own message may quote a row
            throw new IllegalStateException("The roster could not be changed, state " + e.getSQLState());
        }
    }
}
