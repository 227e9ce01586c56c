package org.groeipuls.pages.team;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.api.security.TeamAccess;
import org.groeipuls.api.teamlead.MirrorDesk;
import org.groeipuls.instrument.Construct;
import org.groeipuls.organisation.Organisation;
import org.groeipuls.organisation.Organisation.KnownGroup;
import org.groeipuls.organisation.Organisation.KnownTeam;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.pages.Language;
import org.groeipuls.pages.Pages;
import org.groeipuls.pages.Words;
import org.groeipuls.refusal.IdNotAllowed;
import org.groeipuls.scoring.Calibration;
import org.groeipuls.scoring.Calibrations;
import org.groeipuls.scoring.Pattern;
import org.groeipuls.shelf.InstrumentShelf;
import org.groeipuls.signal.Signals;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.TeamId;
import org.groeipuls.trend.FirstReport;
import org.groeipuls.trend.TeamTrend;
import org.groeipuls.trend.TrendPoint;
import org.groeipuls.trend.Trends;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A lead's view of the group: one sentence, one chart and one table per construct. */
@Controller
public final class DashboardPage {
    /** Open at once, in this order; the rest is folded. */
    private static final List<String> FIRST = List.of("psychological-safety", "leader-role-modelling", "error-talk");

    private final InstrumentShelf shelf;
    private final OrganisationTable organisation;
    private final PulseAgenda agenda;
    private final Trends trends;
    private final Signals signals;
    private final Calibrations calibrations;
    private final TeamAccess access;
    private final MirrorDesk mirrors;
    private final InstantSource clock;
    private final Pages pages;

    public DashboardPage(
            InstrumentShelf shelf,
            OrganisationTable organisation,
            PulseAgenda agenda,
            Trends trends,
            Signals signals,
            Calibrations calibrations,
            TeamAccess access,
            MirrorDesk mirrors,
            InstantSource clock,
            Pages pages) {
        this.shelf = shelf;
        this.organisation = organisation;
        this.agenda = agenda;
        this.trends = trends;
        this.signals = signals;
        this.calibrations = calibrations;
        this.access = access;
        this.mirrors = mirrors;
        this.clock = clock;
        this.pages = pages;
    }

    @GetMapping("/dashboard/{team}")
    ResponseEntity<String> show(
            @PathVariable("team") String team, @Nullable Authentication who, HttpServletRequest request) {
        var words = pages.words(Language.of(request));
        var path = request.getRequestURI();
        var now = organisation.read();
        return seen(team, who)
                .flatMap(now::team)
                .flatMap(known -> now.groupOf(known.team()).map(group -> page(known, group, who, now, words, path)))
                .orElseGet(() -> pages.notice(HttpStatus.FORBIDDEN, "not-yours", path, words));
    }

    private Optional<TeamId> seen(String team, @Nullable Authentication who) {
        try {
            var id = new TeamId(team);
            return who != null && access.maySee(who, id) ? Optional.of(id) : Optional.empty();
        } catch (IdNotAllowed notAnId) {
            return Optional.empty();
        }
    }

    private ResponseEntity<String> page(
            KnownTeam team,
            KnownGroup group,
            @Nullable Authentication who,
            Organisation now,
            Words words,
            String path) {
        var lines = lines(group);
        var sections = lines.entrySet().stream()
                .map(line -> DashboardSection.of(line.getKey(), line.getValue(), words, id -> name(id, now, words)))
                .toList();
        var content = new HashMap<String, Object>();
        content.put("team", team.name());
        content.put("group", name(group.group(), now, words));
        content.put("combined", group.teams().size() > 1);
        content.put(
                "first",
                sections.stream()
                        .filter(section -> FIRST.contains(section.id()))
                        .toList());
        content.put(
                "others",
                sections.stream()
                        .filter(section -> !FIRST.contains(section.id()) && !section.empty())
                        .toList());
        content.put("talk", talk(group, words));
        firstReport(lines.values()).ifPresent(report -> {
            content.put("strongest", statements(report.strongest(), report, words));
            content.put("weakest", statements(report.weakest(), report, words));
        });
        content.put("rule", TeamTrend.RULE);
        content.put("recordable", who != null && access.ledBy(who).contains(team.team()));
        content.put("id", team.team().value());
        content.put(
                "mirror",
                who == null
                        ? ""
                        : mirrors.latest(team.team(), who)
                                .map(place -> MirrorPage.path(team.team(), place.id()))
                                .orElse(""));
        content.put(
                "markers",
                lines.firstEntry().getValue().markers().stream()
                        .map(marker -> Noted.of(marker, words).in(group.teams().size() > 1, now, words))
                        .toList());
        last(lines.values()).ifPresent(point -> {
            content.put("lastShown", words.date(point.countedOn()));
            content.put("participation", participation(point, words));
            content.put("uncalibrated", point.calibration().equals(Calibration.DEFAULT.version()));
        });
        return pages.page(HttpStatus.OK, "dashboard", path, words, content);
    }

    /** A gap between what is said and what is done, in words that never diagnose, with a question to begin with. */
    record Talk(String gap, String question) {}

    private List<Talk> talk(KnownGroup group, Words words) {
        var today = LocalDate.ofInstant(clock.instant(), words.zone());
        return signals.all(today).stream()
                .filter(signal -> signal.group().equals(group.group()) && signal.level() != Pattern.Level.NONE)
                .map(signal -> "signal." + signal.pattern() + (signal.fear() ? ".fear" : ""))
                .map(key -> new Talk(words.text(key), words.text(key + ".question")))
                .toList();
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

    private LinkedHashMap<Construct, TeamTrend> lines(KnownGroup group) {
        var constructs = new LinkedHashMap<String, Construct>();
        FIRST.forEach(key -> known(key).ifPresent(construct -> constructs.put(key, construct)));
        for (var instrument : shelf.all()) {
            instrument.constructs().stream()
                    .filter(construct -> construct.level() == Construct.Level.GROUP)
                    .forEach(construct -> constructs.put(construct.key(), construct));
        }
        var lines = new LinkedHashMap<Construct, TeamTrend>();
        trends.read(group, List.copyOf(constructs.keySet()))
                .forEach(trend -> lines.put(Objects.requireNonNull(constructs.get(trend.construct())), trend));
        return lines;
    }

    private Optional<Construct> known(String key) {
        return shelf.all().stream()
                .flatMap(instrument -> instrument.constructs().stream())
                .filter(construct -> construct.key().equals(key))
                .findFirst();
    }

    private static Optional<TrendPoint> last(Iterable<TeamTrend> trends) {
        var points = new java.util.ArrayList<TrendPoint>();
        trends.forEach(trend -> points.addAll(trend.points()));
        return points.stream()
                .filter(point -> point.shown() != null)
                .max(Comparator.comparing(TrendPoint::countedOn, LocalDate::compareTo));
    }

    private static String participation(TrendPoint point, Words words) {
        var step = point.participation();
        return step == null ? "" : words.text("participation." + step.word());
    }

    /** Also of a group that is there no more, before whose successors its band is drawn. */
    private String name(GroupId group, Organisation now, Words words) {
        return now.group(group)
                .map(known -> words.listed(known.teams().stream()
                        .map(id -> now.team(id).map(KnownTeam::name).orElse(id.value()))
                        .toList()))
                .or(() -> agenda.nameOf(group))
                .orElse(group.value());
    }
}
