package org.groeipuls.pages.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.groeipuls.pages.House.gap;
import static org.groeipuls.pages.House.merged;
import static org.groeipuls.pages.House.shown;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.groeipuls.intervention.InterventionId;
import org.groeipuls.intervention.LeaderRole;
import org.groeipuls.intervention.LearningForm;
import org.groeipuls.pages.House;
import org.groeipuls.pages.Language;
import org.groeipuls.pages.Pages;
import org.groeipuls.pages.Words;
import org.groeipuls.pages.chart.Frame;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.scoring.Interval;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.TeamId;
import org.groeipuls.trend.Before;
import org.groeipuls.trend.Marker;
import org.groeipuls.trend.TeamTrend;
import org.groeipuls.trend.TrendPoint;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrendChartTest {
    private static final Words NL = new Words(Language.NL, Pages.ZONE);
    private static final Words EN = new Words(Language.EN, Pages.ZONE);

    @Test
    void a_point_stands_where_its_value_is() {
        // 1 at the foot (12 + 190), 5 at the top (12): 3 lies in the middle, 2 and 4 a quarter off
        assertThat(wide(shown(1, 1, 8, 3, 1, 3.2, .4)))
                .contains("<g class=\"point\"><title>10 jan 2025: 3,0 (2,0–4,0), n 8</title>"
                        + "<line x1=\"68\" y1=\"154.5\" x2=\"68\" y2=\"59.5\"/>"
                        + "<circle cx=\"68\" cy=\"107\" r=\"4\"/>"
                        + "<text x=\"68\" y=\"221\" text-anchor=\"middle\">8</text></g>");
    }

    @Test
    void numbers_below_go_on_two_rows_in_turn_where_they_would_touch() {
        var points = new ArrayList<TrendPoint>();
        for (int i = 1; i <= 26; i++) {
            points.add(shown(i, 1, 12.5, 3, 1, 3, .4));
        }
        var rows = Pattern.compile("y=\"(\\d+)\" text-anchor=\"middle\">12,5<")
                .matcher(wide(points.toArray(TrendPoint[]::new)))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(rows).hasSize(26).startsWith("221", "234", "221", "234");
        assertThat(wide(shown(1, 1, 12.5, 3, 1, 3, .4), shown(2, 1, 12.5, 3, 1, 3, .4)))
                .doesNotContain("y=\"234\" text-anchor=\"middle\">12,5<");
    }

    @Test
    void line_and_band_begin_at_the_third_own_point() {
        assertThat(wide(shown(1, 1, 8, 3, 1, 3, .4), shown(2, 1, 8, 3, 1, 3, .4)))
                .doesNotContain("class=\"band\"")
                .doesNotContain("class=\"line\"");

        var svg = wide(
                shown(1, 1, 8, 3, 1, 3, .4),
                shown(2, 1, 8, 3, 1, 3, .4),
                shown(3, 1, 8, 3, 1, 3, .4),
                shown(4, 1, 8, 3, 1, 4, .4));
        assertThat(lines(svg)).containsExactly("220,107 296,59.5");
        assertThat(svg).contains("class=\"band\" points=\"220,88 296,40.5 296,78.5 220,126\"");
    }

    @Test
    void the_band_of_a_point_that_stands_alone_is_drawn_too() {
        var svg =
                wide(shown(1, 1, 8, 3, 1, 3, .4), shown(2, 1, 8, 3, 1, 3, .4), shown(3, 1, 8, 3, 1, 3, .4), gap(4, 1));

        assertThat(lines(svg)).containsExactly("193.4,107 246.6,107");
    }

    @Test
    void nothing_is_drawn_across_a_gap() {
        var svg = wide(
                shown(1, 1, 8, 3, 1, 3, .4),
                shown(2, 1, 8, 3, 1, 3, .4),
                shown(3, 1, 8, 3, 1, 3, .4),
                shown(4, 1, 8, 3, 1, 3, .4),
                gap(5, 1),
                shown(6, 1, 8, 3, 1, 3, .4),
                shown(7, 1, 8, 3, 1, 3, .4));

        assertThat(lines(svg)).containsExactly("220,107 296,107", "448,107 524,107");
        assertThat(svg)
                .contains("<g class=\"gap\"><title>2 mei 2025: Niet getoond: te weinig antwoorden."
                        + " Vraag niemand of hij of zij meedeed.</title><rect x=\"335\"")
                .contains(">niet getoond</text>");
    }

    @Test
    void the_value_of_a_merged_block_stands_apart_and_on_no_line() {
        var svg = wide(
                shown(1, 1, 8, 3, 1, 3, .4),
                shown(2, 1, 8, 3, 1, 3, .4),
                shown(3, 1, 8, 3, 1, 3, .4),
                merged(4, 1, 2, 1.5, 2.5),
                shown(5, 1, 8, 3, 1, 3, .4));

        assertThat(lines(svg)).containsExactly("193.4,107 246.6,107", "345.4,107 398.6,107");
        assertThat(svg)
                .contains("<path class=\"apart\" d=\"M296 149.5l5 5-5 5-5-5z\"/>")
                .contains(">samen geteld</text>")
                .doesNotContain("cx=\"296\"");
    }

    @Test
    void a_changed_group_starts_a_new_line_that_waits_for_its_own_third_point() {
        var svg = wide(
                shown(1, 1, 8, 3, 1, 3, .4),
                shown(2, 1, 8, 3, 1, 3, .4),
                shown(3, 1, 8, 3, 1, 3, .4),
                shown(4, 1, 8, 3, 1, 3, .4),
                shown(5, 2, 8, 3, 1, 4, .4),
                shown(6, 2, 8, 3, 1, 4, .4),
                shown(7, 2, 8, 3, 1, 4, .4));

        assertThat(lines(svg)).containsExactly("220,107 296,107", "497.4,59.5 550.6,59.5");
        assertThat(svg).contains("<g class=\"begins\"><line x1=\"334\"").contains(">nieuwe groep</text>");
    }

    @Test
    void what_passes_the_ends_of_the_scale_is_drawn_at_the_ends() {
        var svg = wide(
                shown(1, 1, 8, 4.9, .5, 4.9, .4), shown(2, 1, 8, 4.9, .5, 4.9, .4), shown(3, 1, 8, 4.9, .5, 4.9, .4));

        assertThat(svg).contains("4,9 (4,4–5,0)").contains("x2=\"68\" y2=\"12\"");
        assertThat(Pattern.compile("[xy][12]?=\"-").matcher(svg).find()).isFalse();
    }

    @Test
    void the_axis_always_runs_from_one_to_five() {
        var svg = wide(shown(1, 1, 8, 3, .1, 3, .1));

        for (var score : List.of("1", "2", "3", "4", "5")) {
            assertThat(svg).contains("text-anchor=\"end\">" + score + "</text>");
        }
    }

    @Test
    void the_table_says_what_the_chart_says() {
        for (var words : List.of(NL, EN)) {
            var columns = columns(words, House.twoYears());
            var svg = TrendChart.svg(List.of(), columns, Frame.WIDE, words, "x", "t", "d");
            var drawn = Pattern.compile("<g class=\"(?:point|gap)\"><title>([^<]*)</title>")
                    .matcher(svg)
                    .results()
                    .map(found -> found.group(1))
                    .sorted()
                    .toList();
            var told = columns.stream()
                    .map(row -> row.date() + ": " + row.outcome() + (row.gap() ? "" : ", n " + row.n()))
                    .sorted()
                    .toList();
            assertThat(drawn).isEqualTo(told).hasSize(26);
        }
    }

    @Test
    void the_table_tells_the_band_only_where_it_is_drawn() {
        var columns = columns(
                NL, List.of(shown(1, 1, 8, 3, 1, 3, .4), shown(2, 1, 8, 3, 1, 3, .4), shown(3, 1, 7.5, 3, 1, 3, .4)));

        assertThat(columns).extracting(TrendColumn::line).containsExactly("", "", "2,6–3,4");
        assertThat(columns).extracting(TrendColumn::n).containsExactly("8", "8", "7,5");
    }

    @Test
    void what_came_before_a_reorganisation_stands_apart_and_is_named() {
        var point = new Before.Point(new PulseId("p0"), LocalDate.of(2024, 12, 1), 3.5, new Interval(3.2, 3.8));
        var shares = new TreeMap<>(Map.of(new GroupId("parks"), .5, new GroupId("roads"), .5));
        var trend = new TeamTrend(
                new GroupId("green"),
                "psychological-safety",
                TeamTrend.RULE,
                List.of(shown(1, 1, 8, 3, .1, 3, .4)),
                List.of(new Before(shares, List.of(point))),
                List.of(),
                List.of(),
                null);
        var earlier = EarlierColumn.of(trend, NL, GroupId::value);
        var svg = TrendChart.svg(earlier, TrendColumn.of(trend, NL, GroupId::value), Frame.WIDE, NL, "x", "t", "d");

        assertThat(earlier).singleElement().satisfies(column -> {
            assertThat(column.groups()).isEqualTo("parks, roads");
            assertThat(column.line()).isEqualTo("3,2–3,8");
        });
        assertThat(svg)
                .contains("<g class=\"earlier\"><title>lijn van parks, roads</title><polygon class=\"band\"")
                .contains("nieuwe groep")
                .doesNotContain("<polyline class=\"line\" points=\"144");
        assertThat(Pattern.compile("class=\"point\"").matcher(svg).results())
                .as("no value and no number of answers")
                .hasSize(1);
    }

    @Test
    void a_letter_stands_above_the_chart_where_something_began() {
        var points = List.of(shown(1, 1, 8, 3, 1, 3, .4), shown(2, 1, 8, 3, 1, 3, .4), gap(3, 1));
        var svg = TrendChart.svg(
                List.of(),
                columns(NL, points, marker("A", 2), marker("B", 2), marker("C", null)),
                Frame.WIDE,
                NL,
                "x",
                "t",
                "d");

        // between the first and the second pulse, and behind the last; the letters push the chart 17 down
        assertThat(svg)
                .contains("<g class=\"marker\"><title>A: Intervisie, vanaf 6 januari 2025;"
                        + " B: Intervisie, vanaf 6 januari 2025</title>"
                        + "<line x1=\"106\" y1=\"26\" x2=\"106\" y2=\"219\"/>"
                        + "<text x=\"106\" y=\"23\" text-anchor=\"middle\">A B</text></g>")
                .contains("<line x1=\"258\" y1=\"26\" x2=\"258\" y2=\"219\"/>")
                .contains("text-anchor=\"middle\">C</text></g>")
                .contains("cx=\"68\" cy=\"124\"");
        assertThat(Pattern.compile("class=\"marker\"").matcher(svg).results()).hasSize(2);
        assertThat(wide(points.toArray(TrendPoint[]::new))).doesNotContain("marker");
    }

    @Test
    void letters_at_the_edge_stay_inside_the_chart_and_many_are_told_by_first_and_last() {
        var svg = TrendChart.svg(
                List.of(),
                columns(EN, House.twoYears(), marker("A", null), marker("B", null), marker("C", null)),
                Frame.NARROW,
                EN,
                "x",
                "t",
                "d");

        assertThat(svg)
                .contains("<line x1=\"314\"")
                .contains("<text x=\"305.3\" y=\"24\"")
                .contains(">A–C</text>");
    }

    @Test
    void the_table_has_the_letters_that_the_chart_has() {
        var columns = columns(
                EN,
                List.of(shown(1, 1, 8, 3, 1, 3, .4), shown(2, 1, 8, 3, 1, 3, .4)),
                marker("A", 1),
                marker("B", 2),
                marker("C", 2),
                marker("D", null));

        assertThat(columns).extracting(column -> column.after(EN)).containsExactly("after A", "after B and C");
        assertThat(columns)
                .extracting(column -> TrendColumn.letters(column.since(), EN))
                .containsExactly("", "D");
    }

    @Test
    void a_phone_does_not_see_what_began_before_its_pulses() {
        var columns = columns(NL, House.twoYears(), marker("A", 3), marker("B", 19));
        var svg = TrendChart.svg(List.of(), columns, Frame.NARROW, NL, "x", "t", "d");

        assertThat(svg).contains(">B</text>").doesNotContain(">A</text>");
    }

    @Test
    void a_phone_sees_the_newest_pulses_in_letters_of_twelve_pixels_at_least() {
        var svg = TrendChart.svg(List.of(), columns(NL, House.twoYears()), Frame.NARROW, NL, "x", "t", "d");

        assertThat(Pattern.compile("class=\"(?:point|gap)\"").matcher(svg).results())
                .hasSize(8);
        assertThat(svg).contains("11 dec 2026");
        // the narrowest screen is 320 px wide with 16 px at either side
        assertThat(14 * (320 - 32) / 320.0).isGreaterThanOrEqualTo(12);
        assertThat(svg).contains("viewBox=\"0 0 320 ").contains("font-size=\"14\"");
    }

    @Test
    void whoever_cannot_see_the_chart_is_told_what_it_says() {
        assertThat(TrendChart.svg(List.of(), columns(NL, House.twoYears()), Frame.WIDE, NL, "x", "A & B", "<d>"))
                .contains("role=\"img\" aria-labelledby=\"x-wide-t x-wide-d\"")
                .contains("<title id=\"x-wide-t\">A &amp; B</title><desc id=\"x-wide-d\">&lt;d&gt;</desc>");
    }

    @Test
    void the_sentence_uses_fixed_words() {
        assertThat(Reading.of(List.of(), NL)).isEqualTo("Er is nog geen uitkomst om te tonen.");
        assertThat(Reading.of(columns(NL, List.of(shown(1, 1, 8, 3, 1, 3, .4))), NL))
                .isEqualTo(
                        "Er is nog maar 1 eigen uitkomst. De laatste (10 januari 2025) ligt waarschijnlijk tussen 2,0 en"
                                + " 4,0: of dat boven of onder het midden van de schaal is, is nog niet te zeggen."
                                + " Een lijn tekenen we vanaf de derde.");
        var three = List.of(shown(1, 1, 8, 4, 1, 4, .4), shown(2, 1, 8, 4, 1, 4, .4), shown(3, 1, 8, 4, 1, 4, .4));
        assertThat(Reading.of(columns(EN, three), EN))
                .isEqualTo("After 3 own results the line on 7 March 2025 is probably between 3.6 and 4.4:"
                        + " above the middle of the scale.");
        var withGap = List.of(three.get(0), three.get(1), three.get(2), gap(4, 1));
        assertThat(Reading.of(columns(EN, withGap), EN)).endsWith("The last pulse has no result of its own.");
        var changed = List.of(three.get(0), three.get(1), three.get(2), gap(4, 2));
        assertThat(Reading.of(columns(EN, changed), EN)).startsWith("The group has changed.");
    }

    private static String wide(TrendPoint... points) {
        return TrendChart.svg(List.of(), columns(NL, List.of(points)), Frame.WIDE, NL, "x", "t", "d");
    }

    private static Marker marker(String letter, @Nullable Integer next) {
        return new Marker(
                letter,
                new InterventionId(letter),
                LearningForm.INTERVISIE,
                LeaderRole.PARTICIPANT,
                LocalDate.of(2025, 1, 6),
                null,
                new TreeSet<>(List.of(new TeamId("parks"))),
                null,
                next == null ? null : new PulseId("p" + next));
    }

    private static List<TrendColumn> columns(Words words, List<TrendPoint> points, Marker... markers) {
        return TrendColumn.of(
                new TeamTrend(
                        new GroupId("green"),
                        "psychological-safety",
                        TeamTrend.RULE,
                        points,
                        List.of(),
                        List.of(markers),
                        List.of(),
                        null),
                words,
                GroupId::value);
    }

    private static List<String> lines(String svg) {
        return Pattern.compile("class=\"line\" points=\"([^\"]+)\"")
                .matcher(svg)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
