package org.groeipuls.attack;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.groeipuls.anonymity.CouncilKey;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An organisation of an attack's own in a demonstration, with hands to survey it. */
final class Scene {
    /** What all ids of attacks begin with. */
    private static final String OURS = "attack-";

    private static final String PEOPLE = "/people/imports";
    private static final SecureRandom CHANCE = new SecureRandom();
    private static final String INSTRUMENT = "groeipuls@1";
    private static final String CLOSED_FORM = "F1";
    private static final String OPEN_FORM = "F4";

    private final Api api;
    private final LinkTickets links;
    private final String mark;
    private Instant opensAt = Instant.EPOCH;
    private Instant closesAt = Instant.EPOCH;
    private AskedForm form = new AskedForm(CLOSED_FORM, this::instrument);
    private long nonces;

    Scene(Api api) {
        this.api = api;
        this.links = new LinkTickets(api);
        this.mark = OURS + new BigInteger(48, CHANCE).toString(36);
        unit("root", null);
        unit("service", "root");
    }

    /** From now on pulses have an open question. */
    Scene writing() {
        form = new AskedForm(OPEN_FORM, this::instrument);
        return this;
    }

    Api api() {
        return api;
    }

    LinkTickets links() {
        return links;
    }

    /** An id that nobody else has. */
    String id(String name) {
        return mark + "-" + name;
    }

    String unit(String name, @Nullable String parent) {
        Map<String, Object> unit = new LinkedHashMap<>();
        unit.put("name", "Eenheid " + name);
        if (parent != null) {
            unit.put("parent", id(parent));
        }
        put("/units/" + id(name), unit);
        return id(name);
    }

    String team(String name, int size) {
        return team(name, "service", size);
    }

    /** A team whose lead signs in as {@code lead-} and the team's id. */
    String team(String name, String unit, int size) {
        var team = id(name);
        resize(team, unit, size);
        return team;
    }

    Answer resize(String team, String unit, int size) {
        return put(
                "/teams/" + team, Map.of("name", "Team", "unit", id(unit), "size", size, "leads", List.of(lead(team))));
    }

    static String lead(String team) {
        return "lead-" + team;
    }

    /**
     * Names the people of these teams, so many each: the team's id and a number.
     *
     * @throws AttackNotRun when the demonstration holds people or teams of somebody else, because a list of people
     *     replaces the one before
     */
    void people(Map<String, Integer> teams) {
        if (!knowsPeople()) {
            throw new AttackNotApplicable(PEOPLE);
        }
        var list = new StringBuilder("person,address,language,team,role\n");
        teams.forEach((team, size) -> {
            for (int i = 0; i < size; i++) {
                list.append("%1$s,%1$s@city.example,nl,%2$s,employee\n".formatted(person(team, i), team));
            }
            list.append("%1$s,%1$s@city.example,nl,%2$s,lead\n".formatted(lead(team), team));
        });
        var dry = importPeople(list.toString(), true).json();
        for (var part : List.of("leaves", "teams")) {
            dry.path(part).forEach(changed -> {
                var id = changed.path("person").asString(changed.path("team").asString(""));
                if (!id.contains(OURS)) {
                    throw new AttackNotRun("This demonstration has people of its own, and a list of people replaces the"
                            + " one before: run the attacks on an empty demonstration");
                }
            });
        }
        importPeople(list.toString(), false);
    }

    /** Whether this version knows people, and so has blind tickets. */
    boolean knowsPeople() {
        return api.description().path("paths").has(Api.BASE + PEOPLE);
    }

    private Answer importPeople(String list, boolean dryRun) {
        var answer = api.ask("hr", "POST", PEOPLE + "?dryRun=" + dryRun, list, "Content-Type", "text/csv");
        if (!answer.ok()) {
            throw new AttackNotRun("The demonstration refuses a list of people: " + answer);
        }
        return answer;
    }

    static String person(String team, int number) {
        return team + "-" + number;
    }

    /** Names the people of these teams and issues a pulse that asks them, with blind tickets. */
    String asked(Map<String, Integer> teams, String disclosure) {
        people(teams);
        return issueBlind("p", disclosure, List.copyOf(teams.keySet()));
    }

    /** As {@link #asked}, with a second layer whose private key is given here. */
    String askedInTwoLayers(Map<String, Integer> teams, CouncilKey council) {
        people(teams);
        var key = Base64.getEncoder().encodeToString(council.publicKey());
        var given = api.ask("works-council", "PUT", "/pulses/" + id("p") + "/council-key", Map.of("publicKey", key));
        if (!given.ok()) {
            throw new AttackNotRun("The server takes no key of the works council: " + given);
        }
        layers = 2;
        try {
            return issueBlind("p", "banded", List.copyOf(teams.keySet()));
        } finally {
            layers = 1;
        }
    }

    /** The tickets of the first people of a team, each fetched as that person. */
    List<Ticket> blindTickets(String pulse, String team, int people) {
        var blind = new BlindTickets(this, pulse);
        List<Ticket> tickets = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            tickets.add(blind.of(blind.honest(person(team, i), team), team));
        }
        return tickets;
    }

    /** As {@link #issue}, with blind tickets. */
    String issueBlind(String name, String disclosure, List<String> groups) {
        tickets = "blind";
        try {
            return issue(name, disclosure, groups);
        } finally {
            tickets = "link";
        }
    }

    private String tickets = "link";
    private int layers = 1;

    /** Issues a pulse that opens in two days and is open for a week. */
    String issue(String name, String disclosure, List<String> groups) {
        opensAt = api.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(2));
        closesAt = opensAt.plus(Duration.ofDays(7));
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("instrument", INSTRUMENT);
        request.put("form", form.name());
        request.put("groups", groups);
        request.put("opensAt", opensAt.toString());
        request.put("closesAt", closesAt.toString());
        request.put("disclosure", disclosure);
        request.put("spreadMinimum", 5);
        request.put("tickets", tickets);
        request.put("layers", layers);
        put("/pulses/" + id(name), request);
        return id(name);
    }

    /** Turns the clock to where codes can be made and ballots cannot be sent yet. */
    void distribute() {
        api.clockTo(opensAt.minus(Duration.ofHours(18)));
    }

    void open() {
        api.clockTo(opensAt.plus(Duration.ofHours(1)));
    }

    void close() {
        api.clockTo(closesAt.plus(Duration.ofHours(1)));
    }

    /** The tickets of a group, one per person. */
    List<Ticket> tickets(String pulse, String group) {
        return links.of(pulse, codes(pulse, group));
    }

    List<String> codes(String pulse, String group) {
        var codes = links.codes("hr", pulse, group);
        if (codes.isEmpty()) {
            throw new AttackNotRun("The server makes no codes for a group of an open pulse");
        }
        return codes;
    }

    /** One ballot for each of the first tickets; each must be taken. */
    List<String> answer(List<Ticket> tickets, int people) {
        List<String> receipts = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            receipts.add(answer(tickets.get(i), answers(i)));
        }
        return receipts;
    }

    String answer(Ticket ticket, Map<String, @Nullable Integer> answers) {
        var nonce = nonce();
        var taken = ticket.send(1, nonce, answers);
        if (!taken.ok()) {
            throw new AttackNotRun("The server refuses an honest ballot: " + taken);
        }
        return nonce;
    }

    /** A receipt that nobody else has. */
    synchronized String nonce() {
        return "%016x%016x".formatted(CHANCE.nextLong(), ++nonces);
    }

    /** The whole form answered: the number's own mix of 1 to 5. */
    Map<String, @Nullable Integer> answers(int number) {
        return form.answers(number);
    }

    /** The whole form answered with one value. */
    Map<String, @Nullable Integer> all(int value) {
        return form.all(value);
    }

    /** The items of the form that is asked here. */
    List<String> items() {
        return form.items();
    }

    JsonNode instrument() {
        return api.get("hr", "/instruments/" + INSTRUMENT).json();
    }

    JsonNode pulse(String pulse) {
        return api.get(null, "/pulses/" + pulse).json();
    }

    /** How many ballots the count of a pulse took in: the length of its list of receipts. */
    int counted(String pulse) {
        var list = pulse(pulse).at("/count/inclusion");
        if (!list.isArray()) {
            throw new AttackNotRun("The pulse was not counted");
        }
        return list.size();
    }

    private Answer put(String path, Object body) {
        var answer = api.ask("hr", "PUT", path, body);
        if (!answer.ok()) {
            throw new AttackNotRun("The demonstration refuses to be prepared: " + answer);
        }
        return answer;
    }
}
