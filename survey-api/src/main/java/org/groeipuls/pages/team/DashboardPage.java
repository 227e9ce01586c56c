package org.groeipuls.pages.team;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.groeipuls.api.security.TeamAccess;
import org.groeipuls.api.teamlead.MirrorDesk;
import org.groeipuls.api.teamlead.TrendSheet;
import org.groeipuls.pages.Language;
import org.groeipuls.pages.Pages;
import org.groeipuls.pages.Words;
import org.groeipuls.pages.followup.FollowUp;
import org.groeipuls.pages.followup.Happened;
import org.groeipuls.pages.team.GroupLooks.Look;
import org.groeipuls.scoring.Calibration;
import org.groeipuls.scoring.Calibrations;
import org.groeipuls.shelf.InstrumentShelf;
import org.groeipuls.trend.FirstReport;
import org.groeipuls.trend.Participation;
import org.groeipuls.trend.TeamTrend;
import org.groeipuls.trend.TrendPoint;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A lead's view of the group: one sentence, one chart and one table per construct. */
@Controller
public final class DashboardPage {
    private final GroupLooks looks;
    private final InstrumentShelf shelf;
    private final Calibrations calibrations;
    private final TeamAccess access;
    private final MirrorDesk mirrors;
    private final FollowUp followUp;
    private final Pages pages;

    public DashboardPage(
            GroupLooks looks,
            InstrumentShelf shelf,
            Calibrations calibrations,
            TeamAccess access,
            MirrorDesk mirrors,
            FollowUp followUp,
            Pages pages) {
        this.looks = looks;
        this.shelf = shelf;
        this.calibrations = calibrations;
        this.access = access;
        this.mirrors = mirrors;
        this.followUp = followUp;
        this.pages = pages;
    }

    @GetMapping("/dashboard/{team}")
    ResponseEntity<String> show(
            @PathVariable("team") String team, @Nullable Authentication who, HttpServletRequest request) {
        return looks.seen(team, who).map(look -> page(look, request)).orElseGet(() -> pages.notYours(request));
    }

    /** One construct as a spreadsheet: the points of its chart, with the same ones withheld. */
    @GetMapping("/dashboard/{team}/{construct}.csv")
    ResponseEntity<byte[]> csv(
            @PathVariable("team") String team,
            @PathVariable("construct") String construct,
            @Nullable Authentication who,
            HttpServletRequest request) {
        boolean dutch = Language.of(request) == Language.NL;
        return sheet(
                team,
                construct,
                who,
                "csv",
                "text/csv;charset=UTF-8",
                sheet -> sheet.csv(dutch).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/dashboard/{team}/{construct}.xlsx")
    ResponseEntity<byte[]> xlsx(
            @PathVariable("team") String team,
            @PathVariable("construct") String construct,
            @Nullable Authentication who) {
        return sheet(team, construct, who, "xlsx", TrendSheet.XLSX, TrendSheet::xlsx);
    }

    private ResponseEntity<byte[]> sheet(
            String team,
            String construct,
            @Nullable Authentication who,
            String ending,
            String type,
            Function<TrendSheet, byte[]> written) {
        return looks.seen(team, who)
                .flatMap(look -> looks.lines(look).values().stream()
                        .filter(line -> line.construct().equals(construct))
                        .findFirst()
                        .map(line -> ResponseEntity.ok()
                                .contentType(MediaType.parseMediaType(type))
                                .cacheControl(CacheControl.noStore())
                                .header(
                                        HttpHeaders.CONTENT_DISPOSITION,
                                        ContentDisposition.attachment()
                                                .filename(look.team().team().value() + "-" + construct + "." + ending)
                                                .build()
                                                .toString())
                                .body(written.apply(new TrendSheet(line)))))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.FORBIDDEN).build());
    }

    private ResponseEntity<String> page(Look look, HttpServletRequest request) {
        var words = pages.words(Language.of(request));
        var team = look.team();
        var group = look.group();
        var now = look.now();
        var lines = looks.lines(look);
        var sections = lines.entrySet().stream()
                .map(line ->
                        DashboardSection.of(line.getKey(), line.getValue(), words, id -> looks.name(id, now, words)))
                .toList();
        var content = new HashMap<String, Object>();
        content.put("team", team.name());
        content.put("group", looks.name(group.group(), now, words));
        content.put("combined", group.teams().size() > 1);
        var report = firstReport(lines.values());
        var open = report.isPresent() ? List.<String>of() : GroupLooks.FIRST;
        content.put(
                "first",
                sections.stream().filter(section -> open.contains(section.id())).toList());
        content.put(
                "others",
                sections.stream()
                        .filter(section -> !open.contains(section.id()) && !section.empty())
                        .toList());
        content.put("agreed", Happened.latest(followUp.agreed(team.team(), look.who()), words));
        content.put("talk", looks.talk(look, words));
        report.ifPresent(first -> {
            content.put("strongest", statements(first.strongest(), first, words));
            content.put("weakest", statements(first.weakest(), first, words));
            content.put("answers", answers(first, lines.values(), words));
            sections.stream()
                    .filter(section -> !section.empty())
                    .findFirst()
                    .ifPresent(section -> content.put("next", section.next()));
        });
        content.put("rule", TeamTrend.RULE);
        content.put("recordable", access.ledBy(look.who()).contains(team.team()));
        content.put("member", look.member());
        content.put("id", team.team().value());
        content.put(
                "mirror",
                mirrors.latest(team.team(), look.who())
                        .map(place -> MirrorPage.path(team.team(), place.id()))
                        .orElse(""));
        content.put(
                "markers",
                lines.firstEntry().getValue().markers().stream()
                        .map(marker -> Noted.of(marker, words).in(group.teams().size() > 1, now, words))
                        .toList());
        last(lines.values()).ifPresent(point -> {
            content.put("lastShown", words.date(point.countedOn()));
            content.put("participation", participation(point.participation(), words));
            content.put("fewer", point.fewer());
            content.put("uncalibrated", point.calibration().equals(Calibration.DEFAULT.version()));
        });
        return pages.revisited(request, "dashboard", words, content);
    }

    /** Only as long as no line is drawn: after that a statement more or less says less than the line. */
    private Optional<FirstReport> firstReport(Collection<TeamTrend> lines) {
        boolean drawn = lines.stream()
                .anyMatch(trend -> trend.points().stream()
                                .filter(point -> point.shown() != null
                                        && point.line()
                                                == trend.points().getLast().line())
                                .count()
                        >= TrendColumn.FIRST_OF_LINE);
        return drawn
                ? Optional.empty()
                : shelf.all().reversed().stream()
                        .flatMap(instrument -> FirstReport.of(List.copyOf(lines), instrument, calibrations).stream())
                        .findFirst();
    }

    private List<String> statements(List<FirstReport.Statement> statements, FirstReport report, Words words) {
        var instrument = shelf.find(report.instrument()).orElseThrow();
        return statements.stream()
                .map(statement -> instrument
                        .item(statement.item())
                        .text()
                        .in(words.language().tag()))
                .toList();
    }

    private static Optional<TrendPoint> last(Iterable<TeamTrend> trends) {
        var points = new java.util.ArrayList<TrendPoint>();
        trends.forEach(trend -> points.addAll(trend.points()));
        return points.stream()
                .filter(point -> point.shown() != null)
                .max(Comparator.comparing(TrendPoint::countedOn, LocalDate::compareTo));
    }

    /** As many as the tables of its topics say; they differ where somebody skipped a statement. */
    private static String answers(FirstReport report, Collection<TeamTrend> lines, Words words) {
        var n = lines.stream()
                .flatMap(line -> line.points().stream())
                .filter(point -> point.pulse().equals(report.pulse()))
                .flatMap(point -> Stream.ofNullable(point.shown()))
                .mapToDouble(TrendPoint.Shown::n)
                .summaryStatistics();
        var least = words.count(n.getMin());
        var most = words.count(n.getMax());
        return words.text(
                "first-report.answers",
                words.date(report.countedOn()),
                least.equals(most) ? most : least + "–" + most,
                participation(report.participation(), words));
    }

    private static String participation(@Nullable Participation step, Words words) {
        return step == null ? "" : words.text("participation." + step.word());
    }
}
