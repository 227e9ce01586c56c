package org.groeipuls.api.storage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.groeipuls.action.ActionEvent;
import org.groeipuls.calibration.CalibrationEvent;
import org.groeipuls.development.BundleEvent;
import org.groeipuls.development.GoalEvent;
import org.groeipuls.development.PointEvent;
import org.groeipuls.instrument.InstrumentEvent;
import org.groeipuls.intervention.InterventionEvent;
import org.groeipuls.lexicon.LexiconEvent;
import org.groeipuls.mirror.MirrorEvent;
import org.groeipuls.outcome.OutcomeEvent;
import org.groeipuls.programme.ProgrammeEvent;
import org.groeipuls.pulse.PulseEvent;
import org.groeipuls.reference.ReferenceEvent;
import org.groeipuls.release.ReleaseEvent;
import org.groeipuls.rule.RuleEvent;
import org.groeipuls.team.GroupEvent;
import org.groeipuls.team.ReorganisationEvent;
import org.groeipuls.team.TeamEvent;
import org.groeipuls.team.UnitEvent;

/**
 * Stores events under stable names ({@code PulseIssued}, revision 1), never under class names, so that moving a class
 * does not rewrite history. A name or revision that is not known stops the reader instead of being skipped.
 */
public final class EventNames extends Jackson3Serializer {
    private static final String FIRST_REVISION = "1";
    private static final List<Class<?>> FAMILIES = List.of(
            UnitEvent.class,
            TeamEvent.class,
            GroupEvent.class,
            ReorganisationEvent.class,
            InstrumentEvent.class,
            PulseEvent.class,
            InterventionEvent.class,
            OutcomeEvent.class,
            CalibrationEvent.class,
            RuleEvent.class,
            ReleaseEvent.class,
            LexiconEvent.class,
            ReferenceEvent.class,
            ActionEvent.class,
            PointEvent.class,
            BundleEvent.class,
            GoalEvent.class,
            ProgrammeEvent.class,
            MirrorEvent.class);

    private final Map<Class<?>, SerializedType> types = new HashMap<>();
    private final Map<String, Class<?>> classes = new TreeMap<>();

    private EventNames(Builder builder) {
        super(builder);
        for (var family : FAMILIES) {
            for (var event : family.getPermittedSubclasses()) {
                var type = new SimpleSerializedType(event.getSimpleName(), revisionOf(event));
                types.put(event, type);
                if (classes.put(key(type), event) != null) {
                    throw new IllegalStateException("Two events are named " + key(type));
                }
            }
        }
    }

    /** A serializer for all events of the house. */
    public static EventNames create() {
        return new EventNames(Jackson3Serializer.builder().jsonMapperBuilderCustomizer(StrictJson::strict));
    }

    /** Every event class by its stored name and revision, {@code PulseIssued/1}. */
    public Map<String, Class<?>> known() {
        return Map.copyOf(classes);
    }

    private static String revisionOf(Class<?> event) {
        var revision = event.getAnnotation(Revision.class);
        return revision == null ? FIRST_REVISION : revision.value();
    }

    private static String key(SerializedType type) {
        return type.getName() + "/" + type.getRevision();
    }

    @Override
    @SuppressWarnings("rawtypes")
    public SerializedType typeForClass(Class type) {
        var named = types.get(type);
        return named == null ? super.typeForClass(type) : named;
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        if (SerializedType.emptyType().equals(type)) {
            return Void.class;
        }
        var event = classes.get(key(type));
        if (event != null) {
            return event;
        }
        if (type.getName().startsWith("org.axonframework.messaging.")) {
            return super.classForType(type);
        }
        throw new UnknownEvent(key(type));
    }

    /** History holds an event that this version does not know; reading on would give a wrong past. */
    public static final class UnknownEvent extends RuntimeException {
        private static final long serialVersionUID = 1;

        UnknownEvent(String key) {
            super("History holds event " + key + ", which this version does not know; run a version that does");
        }
    }
}
