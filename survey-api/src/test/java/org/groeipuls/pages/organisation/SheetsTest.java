package org.groeipuls.pages.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.groeipuls.api.hr.Overview.MovedList;
import org.groeipuls.api.hr.Overview.Tally;
import org.groeipuls.api.hr.ToldEffect;
import org.groeipuls.effect.InterventionEffect.Finding;
import org.groeipuls.heatmap.Heatmap;
import org.groeipuls.heatmap.Heatmap.Cell;
import org.groeipuls.heatmap.Heatmap.Certainty;
import org.groeipuls.heatmap.Moved;
import org.groeipuls.intervention.LeaderRole;
import org.groeipuls.intervention.LearningForm;
import org.groeipuls.organisation.Organisation;
import org.groeipuls.organisation.Organisation.KnownTeam;
import org.groeipuls.organisation.Organisation.KnownUnit;
import org.groeipuls.pages.Language;
import org.groeipuls.pages.Words;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.scoring.Checkpoint;
import org.groeipuls.scoring.Interval;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.TeamId;
import org.groeipuls.team.UnitId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SheetsTest {
    private static final Words NL = new Words(Language.NL, ZoneOffset.UTC);
    private static final Organisation CITY = new Organisation(
            List.of(unit("a-roads", "Wegen", "city"), unit("b-parks", "Groen", "city"), unit("city", "Stad", null)),
            List.of(
                    new KnownTeam(new TeamId("elm"), "Iepen", new UnitId("b-parks"), 8),
                    new KnownTeam(new TeamId("ash"), "Essen", new UnitId("b-parks"), 8)),
            List.of());

    private static KnownUnit unit(String id, String name, @Nullable String parent) {
        return new KnownUnit(new UnitId(id), name, parent == null ? null : new UnitId(parent), 0);
    }

    private static Names names() {
        var constructs = new LinkedHashMap<String, String>();
        constructs.put("psychological-safety", "Veiligheid");
        constructs.put("candour", "Openhartigheid");
        return new Names(CITY, gone -> Optional.of("een oude groep"), NL, constructs);
    }

    private static Cell cell(String construct, double level, Certainty certainty) {
        return new Cell(construct, 3, level, new Interval(level - .2, level + .2), certainty);
    }

    @Test
    void units_stand_as_the_organisation_does_and_never_by_what_they_score() {
        var map = new Heatmap(List.of(
                new Heatmap.Row(
                        new UnitId("a-roads"), "Wegen", List.of(cell("psychological-safety", 4.6, Certainty.ABOVE))),
                new Heatmap.Row(
                        new UnitId("b-parks"), "Groen", List.of(cell("psychological-safety", 2.1, Certainty.BELOW))),
                new Heatmap.Row(
                        new UnitId("city"), "Stad", List.of(cell("psychological-safety", 3.0, Certainty.EITHER)))));

        var sheet = HeatSheet.of(map, names(), NL);

        assertThat(sheet.rows()).extracting(HeatSheet.Row::name).containsExactly("Stad", "Groen", "Wegen");
        assertThat(sheet.rows()).extracting(HeatSheet.Row::depth).containsExactly(0, 1, 1);
        assertThat(sheet.rows().get(1).cells().getFirst().kind()).isEqualTo("sure below");
    }

    @Test
    void looks_follow_how_sure_it_is_and_are_the_same_however_high_a_level_is() {
        var map = new Heatmap(List.of(
                new Heatmap.Row(
                        new UnitId("a-roads"), "Wegen", List.of(cell("psychological-safety", 3.3, Certainty.ABOVE))),
                new Heatmap.Row(
                        new UnitId("b-parks"),
                        "Groen",
                        List.of(
                                cell("candour", 3.9, Certainty.EITHER),
                                cell("psychological-safety", 4.9, Certainty.ABOVE)))));

        var sheet = HeatSheet.of(map.inWords(CITY), names(), NL);

        assertThat(sheet.constructs()).containsExactly("Veiligheid", "Openhartigheid");
        assertThat(sheet.rows().get(0).cells())
                .extracting(HeatSheet.Square::word)
                .containsExactly("boven het midden", "nog niet te zeggen");
        assertThat(sheet.rows().get(1).cells())
                .extracting(HeatSheet.Square::kind)
                .containsExactly("sure above", "nothing");
        assertThat(sheet.rows())
                .flatMap(HeatSheet.Row::cells)
                .extracting(HeatSheet.Square::numbers)
                .containsOnly("");
        assertThat(sheet.hidden()).containsExactly("Stad");
    }

    @Test
    void what_moved_stands_by_name_and_for_the_direction_without_names() {
        var lines = List.of(moved("elm", .9), moved("ash", -.4));
        var tallies = List.of(new Tally("candour", 1, 1));

        assertThat(MovedSheet.of(new MovedList(Checkpoint.VERDICT, 16, lines, tallies), names(), NL)
                        .lines())
                .containsExactly(
                        "Essen: Openhartigheid is gedaald, waarschijnlijk tussen 0,24 en 0,56 punt.",
                        "Iepen: Openhartigheid is gestegen, waarschijnlijk tussen 0,74 en 1,06 punt.");
        var counted = MovedSheet.of(new MovedList(Checkpoint.VERDICT, 16, null, tallies), names(), NL);
        assertThat(counted.looked()).isEqualTo("We keken naar 16 lijnen. 2 lijnen bewogen.");
        assertThat(counted.lines())
                .containsExactly("Openhartigheid: 1 lijn is gestegen.", "Openhartigheid: 1 lijn is gedaald.");
        assertThat(MovedSheet.of(new MovedList(Checkpoint.EARLY_SIGN, 0, List.of(), List.of()), names(), NL)
                        .looked())
                .isEqualTo("Nog geen groep is zo ver.");
    }

    private static Moved.Line moved(String group, double d) {
        return new Moved.Line(new GroupId(group), "candour", new PulseId("p"), d, .1, .01);
    }

    @Test
    void an_effect_came_after_and_is_told_only_where_one_was_found() {
        assertThat(EffectSheet.of(effect(groups("ash", "elm"), groups(), 3, .62, Finding.ROSE_MORE), names(), NL))
                .isEqualTo(new EffectSheet(
                        "Intervisie, vanaf 1 maart 2026. De leidinggevende bracht een eigen casus in.",
                        "In 2 groepen: Essen en Iepen.",
                        "Daarna steeg de lijn in die groepen 0,62 punt meer dan in 3 andere groepen.",
                        true));
        assertThat(EffectSheet.of(effect(groups("ash"), groups("elm"), 0, .62, Finding.CANNOT_TELL_YET), names(), NL)
                        .said())
                .isEqualTo(
                        "Nog niet te zeggen. 1 groep heeft nog geen zes eigen uitkomsten erna, of te weinig gegevens."
                                + " Er zijn geen groepen om mee te vergelijken.");
        assertThat(EffectSheet.of(effect(null, null, 3, .1, Finding.CANNOT_TELL_YET), names(), NL))
                .extracting(EffectSheet::where, EffectSheet::said)
                .containsExactly("In 3 groepen.", "Nog niet te zeggen. Het verschil kan toeval zijn.");
        assertThat(EffectSheet.of(effect(null, null, 2, null, Finding.CANNOT_TELL_YET), names(), NL)
                        .said())
                .isEqualTo(
                        "Nog niet te zeggen. Over minder dan drie groepen aan een van beide kanten zeggen we hier niets.");
    }

    private static SortedSet<GroupId> groups(String... ids) {
        return new TreeSet<>(List.of(ids).stream().map(GroupId::new).toList());
    }

    private static ToldEffect effect(
            @Nullable SortedSet<GroupId> treated,
            @Nullable SortedSet<GroupId> awaited,
            int compared,
            @Nullable Double effect,
            Finding finding) {
        return new ToldEffect(
                LearningForm.INTERVISIE,
                LeaderRole.BRINGS_OWN_CASE,
                LocalDate.of(2026, 3, 1),
                null,
                "candour",
                Checkpoint.VERDICT,
                treated,
                null,
                awaited,
                treated == null ? 3 : treated.size(),
                compared,
                awaited == null ? 0 : awaited.size(),
                effect,
                .04,
                true,
                finding);
    }
}
