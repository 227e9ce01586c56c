package org.groeipuls.system.fault;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.groeipuls.api.storage.GroupSync;
import org.groeipuls.api.storage.H2Sync;
import org.groeipuls.api.storage.StoreSync;

/** The product's way of syncing, and three defects that must turn the fault tests red. */
enum Syncing {
    /** The product's own. */
    DRAINED {
        @Override
        StoreSync over(DataSource store) {
            return H2Sync.over(store, Syncing::stop);
        }
    },
    /** Defect: trusts H2's default URL. */
    NONE {
        @Override
        StoreSync over(DataSource store) {
            return () -> {};
        }
    },
    /** Defect: trusts CHECKPOINT SYNC alone. */
    CHECKPOINT_ONLY {
        @Override
        StoreSync over(DataSource store) {
            try {
                Connection connection = store.getConnection();
                Statement statement = connection.createStatement();
                return new GroupSync("checkpoint", () -> statement.execute("CHECKPOINT SYNC"), Syncing::stop);
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }
    },
    /** Defect: takes the end of a sync that began before the commit for a sync of the commit. */
    HASTY {
        @Override
        StoreSync over(DataSource store) {
            return new Hasty(DRAINED.over(store));
        }
    };

    abstract StoreSync over(DataSource store);

    private static void stop(Throwable failed) {
        failed.printStackTrace();
        Runtime.getRuntime().halt(9);
    }

    private static final class Hasty implements StoreSync {
        private long ended;

        private Hasty(StoreSync sync) {
            Thread.ofPlatform().daemon().start(() -> {
                while (true) {
                    sync.awaitDurable();
                    end();
                }
            });
        }

        private synchronized void end() {
            ended++;
            notifyAll();
        }

        @Override
        public synchronized void awaitDurable() {
            long before = ended;
            while (ended == before) {
                try {
                    wait();
                } catch (InterruptedException never) {
                    throw new IllegalStateException(never);
                }
            }
        }
    }
}
