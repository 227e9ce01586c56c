package org.groeipuls.api.storage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedObject;
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
import tools.jackson.databind.json.JsonMapper;

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

    private final Revisions revisions;
    private final JsonMapper json = StrictJson.mapper();
    private final Map<Class<?>, SerializedType> types = new HashMap<>();
    private final Map<String, Class<?>> classes = new TreeMap<>();

    private EventNames(Builder builder, Revisions revisions) {
        super(builder);
        this.revisions = revisions;
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
        return reading(Revisions.KNOWN);
    }

    /** The same with other steps from earlier revisions. */
    static EventNames reading(Revisions revisions) {
        return new EventNames(Jackson3Serializer.builder().jsonMapperBuilderCustomizer(StrictJson::strict), revisions);
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
        var event = classes.get(key(revisions.present(type)));
        if (event != null) {
            return event;
        }
        if (type.getName().startsWith("org.axonframework.messaging.")) {
            return super.classForType(type);
        }
        throw new UnknownEvent(key(type));
    }

    /** Reads an event of whichever revision; of an earlier one what its steps make of it. */
    @Override
    public <S, T> T deserialize(SerializedObject<S> stored) {
        var present = revisions.present(stored.getType());
        if (present.equals(stored.getType())) {
            return super.deserialize(stored);
        }
        var content = getConverter().convert(stored, String.class).getData();
        return super.deserialize(new SimpleSerializedObject<>(
                revisions.present(stored.getType(), content, json), String.class, present));
    }

    /** History holds an event that this version does not know; reading on would give a wrong past. */
    public static final class UnknownEvent extends RuntimeException {
        private static final long serialVersionUID = 1;

        UnknownEvent(String key) {
            super("History holds event " + key + ", which this version does not know; run a version that does");
        }
    }
}
