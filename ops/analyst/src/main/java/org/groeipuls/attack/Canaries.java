package org.groeipuls.attack;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Searches everything at rest, while the box is open and after the count, for what fifty people would be known by. */
final class Canaries implements Attack<Evidence> {
    private static final int PEOPLE = 50;
    private static final int TOO_COMMON = 7;
    /** What may stand somewhere, and not beside each other. */
    private static final Set<String> BESIDE = Set.of("person", "ballot");

    private static final long RECORD = 512;

    @Override
    public String key() {
        return "canaries";
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Finding on(Evidence evidence) {
        var notes = new Notes();
        var people =
                evidence.people().subList(0, Math.min(PEOPLE, evidence.people().size()));
        var needles = new Needles();
        for (int i = 0; i < people.size(); i++) {
            var person = people.get(i);
            person.secrets(needles, i);
            if (person.answers().size() > TOO_COMMON) {
                needles.add("answers", i, asSheet(person.answers()));
                needles.add("answers", i, asJson(person.answers()));
            }
            needles.add("ballot", i, person.published().getBytes(US_ASCII));
            if (person.name().length() >= Long.BYTES) {
                needles.add("person", i, person.name().getBytes(UTF_8));
            }
        }
        long found = 0;
        List<Copies.Source> sources = new ArrayList<>(evidence.open().sources());
        sources.addAll(evidence.after().sources());
        for (var source : sources) {
            var hits = source.search(needles);
            for (var hit : hits) {
                if (!BESIDE.contains(hit.needle().kind())) {
                    found++;
                    notes.succeeded("the " + hit.needle().kind() + " of somebody stands in " + source.name());
                }
            }
            together(hits, source.name(), notes);
            notes.tried();
        }
        notes.number("canaries", people.size());
        notes.number("needles", needles.size());
        notes.number("found", found);
        notes.number("files", sources.size());
        return notes.finding();
    }

    /** Whether a person and a ballot stand so near to each other that they are one record. */
    private static void together(List<Needles.Hit> hits, String where, Notes notes) {
        for (var person : hits) {
            for (var ballot : hits) {
                if (person.needle().kind().equals("person")
                        && ballot.needle().kind().equals("ballot")
                        && Math.abs(person.offset() - ballot.offset()) < RECORD) {
                    notes.succeeded("a person and a ballot stand together in " + where);
                }
            }
        }
    }

    /** Answers as they are sealed (docs/protocol.md). */
    private static byte[] asSheet(Map<String, Integer> answers) {
        var sheet = new ByteArrayOutputStream();
        new java.util.TreeMap<>(answers).forEach((item, value) -> {
            byte[] id = item.getBytes(UTF_8);
            sheet.write(id.length);
            sheet.writeBytes(id);
            sheet.write(value);
        });
        return sheet.toByteArray();
    }

    /** Answers as they were sent. */
    private static byte[] asJson(Map<String, Integer> answers) {
        return Answer.JSON.writeValueAsString(answers).getBytes(UTF_8);
    }
}
