package org.groeipuls.pages.organisation;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.api.followup.BundleDesk;
import org.groeipuls.api.followup.GoalDesk;
import org.groeipuls.api.followup.PointDesk;
import org.groeipuls.api.hr.Overview;
import org.groeipuls.api.hr.Overview.OrganisationSignal;
import org.groeipuls.api.hr.Overview.Part;
import org.groeipuls.api.past.EarlierDays;
import org.groeipuls.api.problem.UnknownParameters.ParameterNotAllowed;
import org.groeipuls.api.security.Role;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.pages.Language;
import org.groeipuls.pages.Pages;
import org.groeipuls.pages.Typed;
import org.groeipuls.pages.Words;
import org.groeipuls.refusal.NotNow;
import org.groeipuls.scoring.Checkpoint;
import org.groeipuls.shelf.InstrumentShelf;
import org.groeipuls.trend.OrganisationLines;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The organisation from above, now or as it was known at the end of an earlier day. */
@Controller
final class OrganisationPage {
    private static final String PATH = "/organisation";

    /** What effects are shown of when nothing is asked for. */
    private static final String USUAL = "psychological-safety";

    private final Overview overview;
    private final OrganisationLines lines;
    private final GoalDesk goals;
    private final PointDesk points;
    private final BundleDesk bundles;
    private final OrganisationTable organisation;
    private final PulseAgenda agenda;
    private final InstrumentShelf shelf;
    private final EarlierDays earlier;
    private final Pages pages;

    OrganisationPage(
            Overview overview,
            OrganisationLines lines,
            GoalDesk goals,
            PointDesk points,
            BundleDesk bundles,
            OrganisationTable organisation,
            PulseAgenda agenda,
            InstrumentShelf shelf,
            EarlierDays earlier,
            Pages pages) {
        this.overview = overview;
        this.lines = lines;
        this.goals = goals;
        this.points = points;
        this.bundles = bundles;
        this.organisation = organisation;
        this.agenda = agenda;
        this.shelf = shelf;
        this.earlier = earlier;
        this.pages = pages;
    }

    /** Something to choose. */
    record Choice(String id, String name) {}

    /** A part of the organisation and how its groups took part. */
    record Taking(String name, String said) {}

    /** A gap between what is said and done, and how often it came back. */
    record Gap(String what, String where) {}

    /** @param day which was asked for; absent for now, and where it could not be read */
    private record Asked(@Nullable LocalDate day, String about, Authentication who, Words words) {}

    @GetMapping(PATH)
    ResponseEntity<String> show(
            @RequestParam(value = "asOf", defaultValue = "") String day,
            @RequestParam(value = "about", defaultValue = USUAL) String about,
            @Nullable Authentication who,
            HttpServletRequest request) {
        if (who == null || !Overview.mayRead(who)) {
            return pages.notYours(request);
        }
        var words = pages.words(Language.of(request));
        LocalDate then;
        try {
            then = day.isBlank() ? null : Typed.day(day);
        } catch (Typed.Unreadable noDay) {
            return now(HttpStatus.BAD_REQUEST, new Asked(null, about, who, words), "organisation.past.wrong");
        }
        var asked = new Asked(then, about, who, words);
        if (then == null) {
            return now(HttpStatus.OK, asked, "");
        }
        try {
            return page(HttpStatus.OK, asked, "", then, earlier.read(then, () -> content(asked, then)));
        } catch (ParameterNotAllowed noSuchDay) {
            return now(HttpStatus.BAD_REQUEST, asked, "organisation.past.wrong");
        } catch (NotNow busy) {
            return now(HttpStatus.SERVICE_UNAVAILABLE, asked, "organisation.past.busy");
        }
    }

    private ResponseEntity<String> now(HttpStatus status, Asked asked, String wrong) {
        var said =
                wrong.isEmpty() ? "" : asked.words().text(wrong, asked.words().date(earlier.latest()));
        return page(status, asked, said, null, content(asked, null));
    }

    private ResponseEntity<String> page(
            HttpStatus status, Asked asked, String wrong, @Nullable LocalDate then, Map<String, Object> content) {
        content.put("typed", asked.day() == null ? "" : asked.day().toString());
        content.put("wrong", wrong);
        content.put("latest", earlier.latest().toString());
        content.put("past", then == null ? "" : asked.words().date(then));
        var about = content.get("about");
        content.put(
                "keep",
                (then == null ? "" : "&asOf=" + then)
                        + (about == null || about.equals(USUAL) ? "" : "&about=" + about));
        return pages.page(status, "organisation", PATH, asked.words(), content);
    }

    private Map<String, Object> content(Asked asked, @Nullable LocalDate then) {
        var who = asked.who();
        var words = asked.words();
        var names = Names.of(organisation.read(), agenda, shelf, words);
        var content = new HashMap<String, Object>();
        var map = overview.heatmap(who);
        content.put("heat", HeatSheet.of(map.heatmap(), names, words));
        content.put("on", words.date(map.asOf()));
        content.put("analyst", Role.ANALYST.heldBy(who));
        content.put("above", Role.HR.heldBy(who) || Role.DIRECTION.heldBy(who));
        var moved = overview.moved(who);
        content.put("rate", words.percent(moved.rate()));
        content.put(
                "moved",
                moved.lists().stream()
                        .map(list -> MovedSheet.of(list, names, words))
                        .toList());
        content.put(
                "taking",
                overview.participation(who).parts().stream()
                        .sorted(Comparator.comparing((Part part) -> part.unit() == null)
                                .thenComparing(part -> named(part, words), names.byName()))
                        .map(part -> taking(part, words))
                        .toList());
        content.putAll(effects(asked, names));
        if (Role.ANALYST.heldBy(who) && content.get("about") instanceof String about) {
            content.put("line", LineSheet.of(lines.read(about), words));
        }
        content.put("gaps", gaps(who, names, words));
        content.put(
                "goals",
                goals.all().stream().map(one -> GoalSheet.of(one, names, words)).toList());
        content.putAll(then == null ? developments(who, words) : Map.of());
        return content;
    }

    private Map<String, Object> effects(Asked asked, Names names) {
        var about = overview.constructs(asked.who());
        if (about.isEmpty()) {
            return Map.of("abouts", List.of(), "effects", List.of(), "caveats", List.of());
        }
        var chosen = about.contains(asked.about()) ? asked.about() : about.getFirst();
        var told = overview.effects(chosen, Checkpoint.VERDICT, asked.who());
        var words = asked.words();
        return Map.of(
                "abouts",
                about.stream()
                        .sorted(names.constructs())
                        .map(key -> new Choice(key, names.construct(key)))
                        .toList(),
                "about",
                chosen,
                "aboutName",
                names.construct(chosen),
                "effects",
                told.effects().stream()
                        .map(one -> EffectSheet.of(one, names, words))
                        .toList(),
                "caveats",
                told.caveats().stream()
                        .map(key -> words.text("organisation.caveat." + key))
                        .toList());
    }

    /** What groups sent up has no past: it is erased where it must be. */
    private Map<String, Object> developments(Authentication who, Words words) {
        boolean above = Role.HR.heldBy(who) || Role.DIRECTION.heldBy(who);
        long loose = above
                ? points.all().stream().filter(point -> point.bundle() == null).count()
                : 0;
        return Map.of(
                "loose",
                loose,
                "bundles",
                bundles.all(who).stream().map(one -> PointSheet.of(one, words)).toList());
    }

    private static Taking taking(Part part, Words words) {
        List<String> said = new ArrayList<>();
        step(part.from70(), "70-and-more", words).ifPresent(said::add);
        step(part.from50(), "50-70", words).ifPresent(said::add);
        step(part.under50(), "under-50", words).ifPresent(said::add);
        step(part.withheld(), "withheld", words).ifPresent(said::add);
        var text = words.text("organisation.taking.said", part.groups(), words.listed(said));
        return new Taking(
                named(part, words),
                Optional.ofNullable(part.fewerAnswered())
                        .flatMap(groups -> step(groups, "fewer", words))
                        .map(fewer -> text + " " + fewer)
                        .orElse(text));
    }

    private static String named(Part part, Words words) {
        return Optional.ofNullable(part.name()).orElseGet(() -> words.text("organisation.taking.others"));
    }

    private static Optional<String> step(int groups, String step, Words words) {
        return groups == 0 ? Optional.empty() : Optional.of(words.text("organisation.taking." + step, groups));
    }

    private List<Gap> gaps(Authentication who, Names names, Words words) {
        return overview.signals(who).stream()
                .map(signal -> new Gap(words.text("signal." + signal.pattern()), where(signal, names, words)))
                .toList();
    }

    private static String where(OrganisationSignal signal, Names names, Words words) {
        var which = signal.which();
        var count = words.text("organisation.gaps.where", signal.groups(), signal.of());
        return which == null || which.isEmpty()
                ? count
                : count + " " + words.text("organisation.gaps.which", words.listed(names.groups(which)));
    }
}
