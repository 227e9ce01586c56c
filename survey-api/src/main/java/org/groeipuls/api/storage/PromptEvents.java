package org.groeipuls.api.storage;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * History's events for a processor that would otherwise look only every half second whether there are new ones:
 * whoever waits for the views wakes it. What other nodes write is still found by looking.
 */
public final class PromptEvents {
    private final Set<Runnable> sleepers = ConcurrentHashMap.newKeySet();

    /** The same source, whose readers can be woken. */
    public StreamableMessageSource<TrackedEventMessage<?>> over(
            StreamableMessageSource<TrackedEventMessage<?>> source) {
        return new Source(source, sleepers);
    }

    /** Has every reader look now; one that is looking already is left alone. */
    void wake() {
        sleepers.forEach(Runnable::run);
    }

    private record Source(StreamableMessageSource<TrackedEventMessage<?>> source, Set<Runnable> sleepers)
            implements StreamableMessageSource<TrackedEventMessage<?>> {
        @Override
        public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
            return new Events(source.openStream(token), sleepers);
        }

        @Override
        public TrackingToken createTailToken() {
            return source.createTailToken();
        }

        @Override
        public TrackingToken createHeadToken() {
            return source.createHeadToken();
        }
    }

    private static final class Events implements BlockingStream<TrackedEventMessage<?>> {
        private final BlockingStream<TrackedEventMessage<?>> events;
        private final Set<Runnable> sleepers;
        private @Nullable Runnable sleeper;

        Events(BlockingStream<TrackedEventMessage<?>> events, Set<Runnable> sleepers) {
            this.events = events;
            this.sleepers = sleepers;
        }

        /** Says yes: a reader that is told no sleeps half a second, and nothing wakes it before. */
        @Override
        public boolean setOnAvailableCallback(Runnable callback) {
            sleeper = callback;
            sleepers.add(callback);
            return true;
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return events.peek();
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            return events.hasNextAvailable(timeout, unit);
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            return events.nextAvailable();
        }

        @Override
        public void skipMessagesWithPayloadTypeOf(TrackedEventMessage<?> ignored) {
            events.skipMessagesWithPayloadTypeOf(ignored);
        }

        @Override
        public void close() {
            if (sleeper != null) {
                sleepers.remove(sleeper);
            }
            events.close();
        }
    }
}
