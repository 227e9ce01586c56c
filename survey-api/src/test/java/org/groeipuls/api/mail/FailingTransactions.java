package org.groeipuls.api.mail;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

/** Transactions of which the next few fail at their end, when all was done in them. */
final class FailingTransactions implements TransactionOperations {
    private final TransactionOperations real;
    private final AtomicInteger failing = new AtomicInteger();

    FailingTransactions(TransactionOperations real) {
        this.real = real;
    }

    void fail(int times) {
        failing.set(times);
    }

    @Override
    public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
        return real.execute(status -> {
            var done = action.doInTransaction(status);
            if (failing.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new CannotAcquireLockException("planted");
            }
            return done;
        });
    }
}
