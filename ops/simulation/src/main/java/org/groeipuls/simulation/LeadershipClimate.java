package org.groeipuls.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.groeipuls.instrument.Construct;
import org.groeipuls.instrument.Form;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.instrument.InstrumentKey;
import org.groeipuls.instrument.Item;
import org.groeipuls.instrument.Localised;
import org.groeipuls.instrument.ResponseScale;
import org.groeipuls.pulse.Disclosure;
import org.groeipuls.pulse.TicketMode;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Plays a file of real answers through the whole product: its companies become the teams of one organisation, its rows
 * the people, and what history then holds is compared with the file.
 */
public final class LeadershipClimate {
    static final String CONSTRUCT = "leadership-climate";
    private static final String ROOT = "climate";
    private static final int UNITS = 5;
    private static final Duration OPEN = Duration.ofDays(9);

    /** The smallest company of the file. */
    private static final int SPREAD_MINIMUM = 10;

    private final SurveyClient client;
    private final ClimateFile file;
    private final long seed;

    /** @param seed decides who behaves how */
    public LeadershipClimate(SurveyClient client, ClimateFile file, long seed) {
        this.client = client;
        this.file = file;
        this.seed = seed;
    }

    /** Registers the instrument and the organisation at the clock's present time. */
    public void register() {
        var instrument = instrument();
        client.put("hr", "/instruments/" + instrument.key(), instrument);
        client.put("hr", "/units/" + ROOT, Map.of("name", "Leadership climate", "size", 0));
        for (int unit = 1; unit <= UNITS; unit++) {
            client.put(
                    "hr", "/units/" + ROOT + "-" + unit, Map.of("name", "Sector " + unit, "parent", ROOT, "size", 0));
        }
        int at = 0;
        for (var company : file.companies().entrySet()) {
            client.put(
                    "hr",
                    "/teams/" + company.getKey(),
                    Map.of(
                            "name", company.getKey(),
                            "unit", ROOT + "-" + (1 + at++ % UNITS),
                            "size", company.getValue().size(),
                            "leads", List.of()));
        }
    }

    /**
     * Plays one pulse from issuing, an hour before it opens, to the count nine days later.
     *
     * @param opensAt at least an hour after the clock's present time
     * @return every check that fits the disclosure rule
     */
    public List<Check> play(String pulse, Disclosure disclosure, Instant opensAt, Habits habits) {
        var plan = new PulsePlan(
                pulse,
                instrument().key().toString(),
                "all",
                List.copyOf(file.companies().keySet()),
                opensAt.minus(Duration.ofHours(1)),
                opensAt,
                opensAt.plus(OPEN),
                disclosure,
                TicketMode.LINK,
                disclosure == Disclosure.EXACT ? SPREAD_MINIMUM : null);
        var hr = new Administration(client);
        var codes = hr.handOut(pulse, hr.issue(plan));
        client.clock(plan.opensAt());
        var result = new Play(client, habits, seed).answer(pulse, codes, sheets());
        client.clock(plan.closesAt());
        return checks(pulse, disclosure, result);
    }

    private List<Check> checks(String pulse, Disclosure disclosure, PlayResult result) {
        var events = History.ofPulse(History.all(client), pulse);
        List<String> shown =
                texts(client.get("hr", "/pulses/" + pulse).path("count").path("inclusion"));
        List<String> published = events.stream()
                .filter(event -> event.type().equals("CountPublished"))
                .flatMap(event -> texts(event.data().path("inclusion")).stream())
                .toList();
        List<Check> checks = new ArrayList<>();
        checks.add(ClimateChecks.inclusion(shown, result.nonces()));
        checks.add(ClimateChecks.inclusion(published, result.nonces()));
        if (disclosure == Disclosure.EXACT) {
            checks.add(ClimateChecks.means(file, events));
            checks.add(ClimateFigures.of(events).check(file));
        } else {
            checks.add(ClimateChecks.sums(file, events));
            checks.add(ClimateChecks.noTallies(events));
        }
        return List.copyOf(checks);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asString()));
        return texts;
    }

    private List<AnswerSheet> sheets() {
        List<AnswerSheet> sheets = new ArrayList<>();
        file.companies()
                .forEach((company, rows) -> rows.forEach(row -> {
                    Map<String, @Nullable Integer> answers = new LinkedHashMap<>();
                    for (int item = 0; item < ClimateFile.ITEMS.size(); item++) {
                        answers.put(ClimateFile.ITEMS.get(item), row.answers().get(item));
                    }
                    sheets.add(new AnswerSheet(company, answers));
                }));
        return sheets;
    }

    /** Eleven statements about leaders in neutral words of our own, for the file holds numbers only. */
    static Instrument instrument() {
        var agreement = new ResponseScale(
                "agreement",
                new Localised("In hoeverre klopt dit?", "How much is this so?"),
                List.of(
                        new Localised("Helemaal niet", "Not at all"),
                        new Localised("Een beetje", "A little"),
                        new Localised("Deels", "In part"),
                        new Localised("Grotendeels", "Mostly"),
                        new Localised("Helemaal", "Completely")));
        var construct = new Construct(
                CONSTRUCT,
                "LC",
                new Localised("Klimaat rond leidinggevenden", "Leadership climate"),
                Construct.Level.GROUP,
                Construct.Kind.REFLECTIVE);
        List<Item> items = IntStream.rangeClosed(1, ClimateFile.ITEMS.size())
                .mapToObj(n -> new Item(
                        ClimateFile.ITEMS.get(n - 1),
                        CONSTRUCT,
                        false,
                        "agreement",
                        new Localised("Uitspraak " + n + " over onze leiding", "Statement " + n + " about our leaders"),
                        null))
                .toList();
        return new Instrument(
                new InstrumentKey(CONSTRUCT, 1),
                new Localised("Klimaat rond leidinggevenden", "Leadership climate"),
                List.of(agreement),
                List.of(construct),
                items,
                List.of(new Form("all", ClimateFile.ITEMS, Form.Audience.GROUP, false)),
                List.of("all"),
                List.of());
    }
}
