package org.groeipuls.replay;

import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.GenericMessage;

/** Hands events to projections one after the other, without a processor: the caller's transaction is theirs. */
public final class Folds {
    private final List<AnnotationEventHandlerAdapter> handlers;

    public Folds(List<Object> projections) {
        this.handlers =
                projections.stream().map(AnnotationEventHandlerAdapter::new).toList();
    }

    /**
     * Hands over one event.
     *
     * @param day the day on which it was recorded, as midnight UTC
     */
    public void on(String id, Object event, Instant day) {
        EventMessage<?> message =
                new GenericEventMessage<>(new GenericMessage<>(id, event, java.util.Map.of()), () -> day);
        for (var handler : handlers) {
            try {
                if (handler.canHandle(message)) {
                    handler.handle(message);
                }
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException("A projection failed at event " + id, e);
            }
        }
    }
}
