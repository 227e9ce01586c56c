package org.groeipuls.pages.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.groeipuls.pages.Words;
import tools.jackson.databind.JsonNode;

/** What happened, in one sentence: a text per type of event, filled with what stands at these places of its content. */
final class EventWords {
    private static final Map<String, List<String>> PLACES = Map.ofEntries(
            Map.entry("ActionAgreed", List.of("/team", "/agreed/pulse", "/agreed/due")),
            Map.entry("ActionConcluded", List.of("/action", "/state")),
            Map.entry("ActionCorrected", List.of("/action")),
            Map.entry("ActionReopened", List.of("/action")),
            Map.entry("ActionWordsRemoved", List.of("/action")),
            Map.entry("AnswerCorrected", List.of("/bundle")),
            Map.entry("BlockReleased", List.of("/pulse", "/block", "/n", "/items")),
            Map.entry("BundleAnswered", List.of("/bundle")),
            Map.entry("BundleChanged", List.of("/bundle")),
            Map.entry("BundleWordsRemoved", List.of("/bundle")),
            Map.entry("CalibrationAdopted", List.of("/calibration", "/validFrom")),
            Map.entry("CountPublished", List.of("/pulse", "/countedOn", "/blocks", "/inclusion")),
            Map.entry("GoalChanged", List.of("/goal")),
            Map.entry("GoalSet", List.of("/goal", "/aim/construct")),
            Map.entry("GoalWordsRemoved", List.of("/goal")),
            Map.entry("GroupChanged", List.of("/group", "/teams")),
            Map.entry("GroupDissolved", List.of("/group")),
            Map.entry("GroupFormed", List.of("/group", "/teams")),
            Map.entry("InstrumentRegistered", List.of("/definition/key", "/definition/items")),
            Map.entry("InterventionCorrected", List.of("/intervention")),
            Map.entry("InterventionEnded", List.of("/intervention", "/endedOn")),
            Map.entry("InterventionRecorded", List.of("/intervention", "/particulars/startedOn", "/particulars/teams")),
            Map.entry("InterventionWithdrawn", List.of("/intervention")),
            Map.entry("LexiconRegistered", List.of("/lexicon")),
            Map.entry("LexiconTried", List.of("/lexicon", "/study/texts")),
            Map.entry("MirrorAnswered", List.of("/group", "/pulse")),
            Map.entry("MirrorShared", List.of("/group", "/pulse")),
            Map.entry("OccurrenceHeldUp", List.of("/programme", "/day")),
            Map.entry("OccurrenceIssued", List.of("/programme", "/day", "/pulse")),
            Map.entry("OccurrenceSkipped", List.of("/programme", "/day")),
            Map.entry("OutcomeStated", List.of("/group", "/construct", "/pulse", "/rule")),
            Map.entry("PointReworded", List.of("/point")),
            Map.entry("PointSent", List.of("/unit")),
            Map.entry("PointWordsRemoved", List.of("/point")),
            Map.entry("PointsBundled", List.of("/bundle", "/points")),
            Map.entry("ProgrammeChanged", List.of("/programme")),
            Map.entry("ProgrammeDefined", List.of("/programme")),
            Map.entry("PulseCancelled", List.of("/pulse")),
            Map.entry("PulseClosed", List.of("/pulse")),
            Map.entry("PulseCounted", List.of("/pulse")),
            Map.entry("PulseExtended", List.of("/pulse", "/closesAt")),
            Map.entry("PulseIssued", List.of("/pulse", "/groups", "/dates/opensAt", "/dates/closesAt")),
            Map.entry("PulseOpened", List.of("/pulse")),
            Map.entry("ReferenceCorrected", List.of("/reference")),
            Map.entry("ReferenceImported", List.of("/reference")),
            Map.entry("ReorganisationPlanned", List.of("/reorganisation", "/effectiveOn")),
            Map.entry("ReorganisationTookEffect", List.of("/reorganisation", "/effectiveOn")),
            Map.entry("ReorganisationWithdrawn", List.of("/reorganisation")),
            Map.entry("RuleAdopted", List.of("/rule", "/validFrom")),
            Map.entry("TeamChanged", List.of("/team", "/name", "/size")),
            Map.entry("TeamClosed", List.of("/team", "/effectiveOn")),
            Map.entry("TeamEstablished", List.of("/team", "/name", "/size")),
            Map.entry("TextsReleased", List.of("/pulse", "/unit", "/texts")),
            Map.entry("UnitChanged", List.of("/unit", "/name")),
            Map.entry("UnitClosed", List.of("/unit", "/effectiveOn")),
            Map.entry("UnitEstablished", List.of("/unit", "/name")));

    /** Where the key of a construct stands. */
    private static final Set<String> CONSTRUCTS = Set.of("/construct", "/aim/construct");

    /** Where a word of API and history stands, and under which texts it is said to people. */
    private static final Map<String, String> CODES = Map.of("/state", "history.event.state.");

    private EventWords() {}

    /**
     * The sentence; a type that has none says so.
     *
     * @param constructs what people call the construct with a key
     */
    static String of(String type, JsonNode content, Words words, UnaryOperator<String> constructs) {
        var places = PLACES.get(type);
        if (places == null) {
            return words.text("history.event.other", type);
        }
        var arguments = places.stream()
                .map(place -> said(place, content.at(place), words, constructs))
                .toArray();
        return words.text("history.event." + type, arguments);
    }

    /** Whether this type has a sentence of its own. */
    static boolean knows(String type) {
        return PLACES.containsKey(type);
    }

    private static Object said(String place, JsonNode value, Words words, UnaryOperator<String> constructs) {
        if (CONSTRUCTS.contains(place)) {
            return constructs.apply(value.asString());
        }
        var texts = CODES.get(place);
        return texts == null ? argument(value, words) : words.text(texts + value.asString());
    }

    /** How many of a list, a day or a moment in the reader's language, and everything else as it stands. */
    private static Object argument(JsonNode value, Words words) {
        if (value.isContainer()) {
            return value.size();
        }
        if (value.isNumber()) {
            return value.numberValue();
        }
        var text = value.asString("–");
        try {
            return text.length() == 10 ? words.date(LocalDate.parse(text)) : moment(text, words);
        } catch (DateTimeParseException neither) {
            return text;
        }
    }

    private static String moment(String text, Words words) {
        return text.endsWith("Z") ? words.moment(Instant.parse(text)) : text;
    }
}
