package org.groeipuls.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Word lists over HTTP: registered, tried on what people wrote, and only then a figure of a unit. */
abstract class ErrorTalkContract {
    private static final String TABBED = "text/tab-separated-values";
    private static final int PHRASES = 20;
    private static final int MANY = 420;

    private final Server server = server();
    private final Survey survey = new Survey(server);

    abstract Server server();

    private String list(String version, int phrases) {
        return "kind\twords\tnote\nKEY\t" + version + "\nLANGUAGE\tnl\nNEGATOR\tniet\nPSEUDO_NEGATOR\tniet alleen\n"
                + "CLAUSE_BREAKER\twant\nTALK\tzeggen\n"
                + Stream.of("learning", "blame", "silence")
                        .flatMap(kind -> IntStream.rangeClosed(1, phrases)
                                .mapToObj(i -> kind.toUpperCase(Locale.ROOT) + "\t" + kind + i + "\n"))
                        .collect(Collectors.joining());
    }

    private Reply put(String path, String file) {
        return server.ask("analyst", "PUT", "/api/v1/lexicons/" + path, file, "Content-Type", TABBED);
    }

    private JsonNode talk(String unit, String language) {
        var reply = server.get("hr", "/api/v1/units/" + survey.id(unit) + "/error-talk", "Accept-Language", "nl");
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        assertThat(reply.header("Cache-Control")).contains("no-store");
        return StreamSupport.stream(reply.json().path("texts").spliterator(), false)
                .filter(one -> one.path("language").asString().equals(language))
                .findFirst()
                .orElseThrow();
    }

    /** A pulse in which these texts are written in the name of the service. */
    private void write(String name, List<String> teams, List<String> texts) {
        var pulse = survey.id(name);
        survey.put(
                "/pulses/" + pulse,
                survey.asked("banded", teams.toArray(String[]::new)).replace("\"F1\"", "\"F4\""),
                201);
        survey.open();
        List<String> codes = new ArrayList<>();
        for (var team : teams) {
            survey.post("hr", "/pulses/" + pulse + "/links", "{'group':'" + team + "'}")
                    .json()
                    .path("textCodes")
                    .forEach(code -> codes.add(code.asString()));
        }
        for (int i = 0; i < texts.size(); i++) {
            var reply =
                    survey.send("{\"pulse\":\"%s\",\"box\":\"texts\",\"code\":\"%s\",\"sequence\":1,\"text\":\"%s\"}"
                            .formatted(pulse, codes.get(i), texts.get(i)));
            assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        }
        survey.close();
        assertThat(survey.pulse(pulse).path("state").asString()).isEqualTo("counted");
    }

    private static String kind(int i) {
        return List.of("learning", "blame", "silence", "niets").get(i % 4);
    }

    private static String text(int i) {
        return "Hier %s%d, geval %d".formatted(kind(i), 1 + i / 4 % 10, i);
    }

    private static String labelled(int texts, boolean coders) {
        var more = coders ? "\tlearn1\tblame1\tsilence1\tlearn2\tblame2\tsilence2" : "";
        return "id\tlang\ttext\tlearn\tblame\tsilence" + more + "\n"
                + IntStream.range(0, texts)
                        .mapToObj(i -> {
                            var label = Stream.of("learning", "blame", "silence")
                                    .map(kind -> kind.equals(kind(i)) ? "1" : "0")
                                    .collect(Collectors.joining("\t"));
                            return i + "\tnl\t" + text(i) + "\t" + label + (coders ? "\t" + label + "\t" + label : "")
                                    + "\n";
                        })
                        .collect(Collectors.joining());
    }

    private static List<String> words(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    @Test
    void a_list_shows_nothing_before_it_was_tried_here_and_then_only_texts_that_came_after_of_the_whole_unit() {
        var teams = List.of(survey.team("north", MANY / 2), survey.team("south", MANY / 2));
        var version = survey.id("list") + "@1";
        assertThat(talk("service", "en").at("/notShown/0/detail").asString())
                .isEqualTo("Niet getoond: nog niet beproefd op antwoorden van deze organisatie");
        assertThat(put(version, list(version, PHRASES)).status()).isEqualTo(201);

        write(
                "first",
                teams,
                IntStream.range(0, MANY).mapToObj(ErrorTalkContract::text).toList());
        var madeUp = put(version + "/validity", labelled(MANY, true).replace("geval", "verzonnen"));
        assertThat(madeUp.code()).as(madeUp.toString()).isEqualTo("study-too-small");
        var alone = put(version + "/validity", labelled(MANY, false)).json();
        assertThat(alone.path("shown").size()).isZero();
        assertThat(words(alone.at("/study/categories/0/failed"))).containsExactly("coders");
        assertThat(alone.path("inForce").booleanValue()).isFalse();
        var tried = put(version + "/validity", labelled(MANY, true)).json();
        assertThat(words(tried.path("shown"))).as(tried.toString()).containsExactly("learning", "blame", "silence");
        assertThat(tried.at("/study/texts").intValue()).isEqualTo(MANY);
        assertThat(tried.at("/study/categories/1/list/kappa").doubleValue()).isEqualTo(1);
        assertThat(tried.path("inForce").booleanValue()).isTrue();
        var later = talk("service", "nl");
        assertThat(later.path("notRead").intValue()).as("what it was tried on").isEqualTo(MANY);
        assertThat(later.path("theta").isMissingNode()).isTrue();
        assertThat(later.at("/notShown/0/reason").asString()).isEqualTo("too-few");

        write("second", teams, unitOfTwenty());
        var read = talk("service", "nl");
        assertThat(read.path("lexicon").asString()).isEqualTo(version);
        assertThat(read.path("method").asString()).isEqualTo("clauses@1");
        assertThat(read.path("texts").intValue()).isEqualTo(20);
        assertThat(read.at("/theta/value").doubleValue()).isCloseTo(Math.log(8.5 / 4.5), within(.0006));
        assertThat(read.at("/theta/high").doubleValue())
                .isCloseTo(Math.log(8.5 / 4.5) + 1.645 * Math.sqrt(1 / 8.5 + 1 / 4.5), within(.001));
        assertThat(read.at("/silence/value").doubleValue()).isCloseTo(2 / 14., within(.0006));
        assertThat(read.at("/rates/0/observed").doubleValue()).isEqualTo(.4);
        assertThat(read.at("/rates/0/corrected").doubleValue()).isEqualTo(.4);
        assertThat(read.path("notShown").size()).isZero();

        var history = new String(
                server.get("analyst", "/api/v1/history/events?limit=10000&type=LexiconTried")
                        .bytes(),
                StandardCharsets.UTF_8);
        assertThat(history).contains(version).doesNotContain("geval", "learning1");

        anotherListReadsNothingOfTheseTexts();
        server.clockTo(survey.closesAt().plus(Duration.ofDays(366)));
        assertThat(server.get("hr", "/api/v1/units/" + survey.id("service") + "/texts")
                        .json()
                        .path("expired")
                        .intValue())
                .isEqualTo(MANY + 20);
        assertThat(put(version + "/validity", labelled(MANY, true).replace("\t1\t0\t0\n", "\t0\t0\t0\n"))
                        .code())
                .as("what expired is not read any more")
                .isEqualTo("study-too-small");
    }

    /** Eight about learning, four about blame, two about silence and six about nothing. */
    private static List<String> unitOfTwenty() {
        return IntStream.range(0, 20)
                .mapToObj(i -> "Toen "
                        + (i < 8 ? "learning" + (1 + i) : i < 12 ? "blame" + i : i < 14 ? "silence" + i : "iets")
                        + " nummer " + i)
                .toList();
    }

    /** The same list with one word more: on the same texts it would tell how many hold that word. */
    private void anotherListReadsNothingOfTheseTexts() {
        var other = survey.id("list") + "@2";
        put(other, list(other, PHRASES) + "LEARNING\tnummer 19\n");
        assertThat(put(other + "/validity", labelled(MANY, true))
                        .json()
                        .path("inForce")
                        .booleanValue())
                .isTrue();
        var read = talk("service", "nl");
        assertThat(read.path("lexicon").asString()).isEqualTo(other);
        assertThat(read.path("texts").intValue()).isZero();
        assertThat(read.path("notRead").intValue()).isEqualTo(MANY + 20);
        assertThat(read.path("theta").isMissingNode()).isTrue();
        assertThat(read.path("rates").size()).isZero();
    }

    @Test
    void a_list_is_registered_once_and_never_edited_and_its_file_is_given_back() {
        var version = survey.id("list") + "@1";
        var file = list(version, PHRASES);
        assertThat(put(version, file).status()).isEqualTo(201);
        assertThat(put(version, file).status()).isEqualTo(200);
        assertThat(put(version, list(version, PHRASES + 1)).code()).isEqualTo("lexicon-already-registered");
        assertThat(put(survey.id("list") + "@2", file).code()).isEqualTo("lexicon-id-differs");
        assertThat(put("List@0", file).code()).isEqualTo("lexicon-id-not-allowed");
        assertThat(put(survey.id("narrow") + "@1", list(survey.id("narrow") + "@1", PHRASES - 1))
                        .code())
                .isEqualTo("lexicon-too-narrow");
        assertThat(put("none@1/validity", labelled(1, true)).status()).isEqualTo(404);

        var read = server.get("hr", "/api/v1/lexicons/" + version).json();
        assertThat(read.path("phrases").path("blame").intValue()).isEqualTo(PHRASES);
        assertThat(read.path("language").asString()).isEqualTo("nl");
        var kept = server.get("hr", "/api/v1/lexicons/" + version, "Accept", TABBED);
        assertThat(kept.header("Content-Type")).startsWith(TABBED);
        assertThat(kept.text()).isEqualTo(file);
        var all = server.get("analyst", "/api/v1/lexicons").json().toString();
        assertThat(all).contains("error-talk-nl@1", "error-talk-en@1", version);
    }

    @Test
    void every_fault_of_a_list_or_of_labels_is_named_by_its_line_and_no_text_is_quoted() {
        var version = survey.id("list") + "@1";
        var faulty = put(version, list(version, PHRASES) + "BLAME\tschuld!\nGUILT\tschuldig\n");
        assertThat(faulty.status()).isEqualTo(422);
        int next = 8 + 3 * PHRASES;
        assertThat(faulty.json().at("/errors/0/pointer").asString()).isEqualTo("/" + next);
        assertThat(faulty.json().at("/errors/1/detail").asString())
                .startsWith("Line " + (next + 1) + ": 'GUILT' is no kind");
        put(version, list(version, PHRASES));
        var labels = put(version + "/validity", "id\tlang\ttext\tlearn\tblame\tsilence\n1\tnl\tgeheim\t1\t0\t7\n");
        assertThat(labels.json().at("/errors/0/pointer").asString()).isEqualTo("/2");
        assertThat(labels.text()).doesNotContain("geheim");
    }

    @Test
    void a_list_can_be_looked_at_before_it_is_registered() {
        var json = JsonMapper.shared();
        var version = survey.id("list") + "@1";
        var ask = Map.of("list", list(version, PHRASES), "labelled", labelled(100, false));
        var reply = server.ask("analyst", "POST", "/api/v1/lexicons/checks", json.writeValueAsString(ask));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        assertThat(reply.json().path("registrable").booleanValue()).isTrue();
        long texts = reply.json().at("/development/blame/texts").longValue()
                + reply.json().at("/locked/blame/texts").longValue();
        assertThat(texts).isEqualTo(100);
        assertThat(reply.json().at("/locked/blame/f1").doubleValue()).isEqualTo(1);
        assertThat(server.get("hr", "/api/v1/lexicons/" + version).status()).isEqualTo(404);

        var bad = Map.of("list", "kind\twords\tnote\nBLAME\tschuld!\n", "labelled", "id\n");
        var told = server.ask("analyst", "POST", "/api/v1/lexicons/checks", json.writeValueAsString(bad))
                .json();
        assertThat(told.path("faults").findValuesAsString("message")).anyMatch(fault -> fault.contains("'schuld!'"));
        assertThat(told.at("/labelFaults/0/line").intValue()).isEqualTo(1);
        assertThat(told.path("registrable").booleanValue()).isFalse();
    }

    @Test
    void the_statements_come_first_once_three_blocks_were_released() {
        var teams = new ArrayList<>(List.of(survey.team("a", 8), survey.team("b", 8)));
        answered("two", teams);
        assertThat(statements().size()).isZero();
        teams.add(survey.team("c", 8));
        answered("three", teams);
        var first = statements().path(1);
        assertThat(first.path("statement").asString()).isEqualTo("ETL1");
        assertThat(first.path("about").asString()).isEqualTo("learning");
        assertThat(first.path("blocks").intValue()).isEqualTo(3);
        assertThat(first.path("n").intValue()).isEqualTo(21);
        int place = List.of("PS1", "PS2", "PS3", "LR1", "LR2", "LR3", "ETL1").size() - 1;
        double mean = IntStream.range(0, 7)
                .mapToDouble(person -> 1 + (person + place * place) % 5)
                .average()
                .orElseThrow();
        assertThat(mean)
                .isBetween(first.path("low").doubleValue(), first.path("high").doubleValue());
    }

    /** A unit minus one below it is what is left, and that may be one group. */
    @Test
    void hr_reads_no_statement_of_a_unit_from_which_another_could_be_taken() {
        survey.put("/units/" + survey.id("deep"), "{'name':'Diep','parent':'%s'}".formatted(survey.id("service")), 201);
        var teams = new ArrayList<>(List.of(survey.team("left", 8)));
        List.of("a", "b", "c").forEach(name -> teams.add(team(name, "deep", "lead-" + name)));
        answered("nested", teams);

        assertThat(statements("analyst", "service").at("/0/blocks").intValue()).isEqualTo(4);
        assertThat(statements("hr", "service")).isEmpty();
        assertThat(statements("hr", "deep")).isNotEmpty().isEqualTo(statements("analyst", "deep"));
    }

    @Test
    void three_groups_of_one_lead_are_one_lead_to_hr() {
        answered(
                "led",
                Stream.of("a", "b", "c")
                        .map(name -> team(name, "service", "lead-of-all"))
                        .toList());

        assertThat(statements("analyst", "service")).isNotEmpty();
        assertThat(statements("hr", "service")).isEmpty();
    }

    private String team(String name, String unit, String lead) {
        survey.put(
                "/teams/" + survey.id(name),
                "{'name':'%s','unit':'%s','size':8,'leads':['%s']}".formatted(name, survey.id(unit), lead),
                201);
        return survey.id(name);
    }

    private void answered(String name, List<String> teams) {
        var pulse = survey.opened(name, teams.toArray(String[]::new));
        teams.forEach(team -> survey.answer(pulse, survey.codes(pulse, team), 7));
        survey.close();
    }

    private JsonNode statements() {
        return statements("analyst", "service");
    }

    private JsonNode statements(String who, String unit) {
        return server.get(who, "/api/v1/units/" + survey.id(unit) + "/error-talk")
                .json()
                .path("statements");
    }

    @Test
    void who_asks_for_more_than_a_unit_is_refused() {
        var path = "/api/v1/units/" + survey.id("service") + "/error-talk";
        for (var query :
                List.of("?group=x", "?pulse=x", "?lexicon=error-talk-nl@1", "?from=2026-01-01&until=2026-02-01")) {
            assertThat(server.get("analyst", path + query).status()).as(query).isEqualTo(400);
        }
        assertThat(server.get("analyst", "/api/v1/units/none/error-talk").status())
                .isEqualTo(404);
        assertThat(server.get("operator", path).status()).isEqualTo(403);
    }
}
