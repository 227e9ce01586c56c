package org.groeipuls.system.fault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.jspecify.annotations.Nullable;

/** H2's file system {@code slow:}: each write takes a while before it happens. Public, for H2 makes it. */
public final class SlowFiles extends FilePathWrapper {
    private static final AtomicInteger UNDER_WAY = new AtomicInteger();
    private static volatile int delay;

    static void register() {
        FilePath.register(new SlowFiles());
    }

    /** @param milliseconds what each write takes from now on */
    static void slowDown(int milliseconds) {
        delay = milliseconds;
    }

    /** Whether a write has begun and not ended. */
    static boolean writing() {
        return UNDER_WAY.get() > 0;
    }

    private static void dawdle() {
        if (delay > 0) {
            long end = System.nanoTime() + delay * 1_000_000L;
            for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
        }
    }

    @Override
    public String getScheme() {
        return "slow";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new SlowChannel(super.open(mode));
    }

    private static final class SlowChannel extends FileBaseDefault {
        private final FileChannel disk;

        private SlowChannel(FileChannel disk) {
            this.disk = disk;
        }

        @Override
        public long size() throws IOException {
            return disk.size();
        }

        @Override
        public int read(ByteBuffer target, long position) throws IOException {
            return disk.read(target, position);
        }

        @Override
        public int write(ByteBuffer source, long position) throws IOException {
            UNDER_WAY.incrementAndGet();
            try {
                dawdle();
                return disk.write(source, position);
            } finally {
                UNDER_WAY.decrementAndGet();
            }
        }

        @Override
        public void force(boolean metaData) throws IOException {
            // not slowed: waiting here would let the writes of H2's background thread catch up and hide the defect
            disk.force(metaData);
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            disk.truncate(size);
        }

        @Override
        public @Nullable FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return disk.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            disk.close();
        }
    }
}
