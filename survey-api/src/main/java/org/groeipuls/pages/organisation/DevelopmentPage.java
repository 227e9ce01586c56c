package org.groeipuls.pages.organisation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.function.Predicate;
import org.groeipuls.api.followup.BundleDesk;
import org.groeipuls.api.followup.BundleDesk.ToldBundle;
import org.groeipuls.api.followup.GoalDesk;
import org.groeipuls.api.followup.GoalDesk.ToldGoal;
import org.groeipuls.api.followup.PointDesk;
import org.groeipuls.api.followup.PointDesk.ToldPoint;
import org.groeipuls.api.security.Role;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.pages.Language;
import org.groeipuls.pages.Pages;
import org.groeipuls.pages.Words;
import org.groeipuls.pages.followup.Happened;
import org.groeipuls.pages.organisation.DevelopmentForms.Aiming;
import org.groeipuls.pages.organisation.DevelopmentForms.Answering;
import org.groeipuls.pages.organisation.DevelopmentForms.Bundling;
import org.groeipuls.shelf.InstrumentShelf;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What groups sent up, what the direction says to it, and the goals: for HR, the direction and the works council. */
@Controller
public final class DevelopmentPage {
    private static final String PATH = "/development";

    private final PointDesk points;
    private final BundleDesk bundles;
    private final GoalDesk goals;
    private final OrganisationTable organisation;
    private final InstrumentShelf shelf;
    private final Pages pages;

    public DevelopmentPage(
            PointDesk points,
            BundleDesk bundles,
            GoalDesk goals,
            OrganisationTable organisation,
            InstrumentShelf shelf,
            Pages pages) {
        this.points = points;
        this.bundles = bundles;
        this.goals = goals;
        this.organisation = organisation;
        this.shelf = shelf;
        this.pages = pages;
    }

    /** A sentence with the unit in whose name it came. */
    record Sentence(String id, String text, String unit) {}

    /** A bundle: its sentences, until when it is to be answered, and the answer. */
    record Told(
            String id,
            String theme,
            List<Sentence> points,
            String until,
            boolean overdue,
            Happened.@Nullable Answer answer) {}

    /** A construct to choose. */
    record Choice(String id, String name) {}

    /** A goal and what can be said of it. */
    record Aimed(String name, String what, String period, String said) {}

    @GetMapping(PATH)
    ResponseEntity<String> show(
            @RequestParam(value = "done", required = false) @Nullable String done,
            @Nullable Authentication who,
            HttpServletRequest request) {
        return who == null || !mayRead(who)
                ? pages.notYours(request)
                : page(HttpStatus.OK, who, request, DevelopmentForms.empty(), done != null);
    }

    /** HR, the direction and the works council. */
    public static boolean mayRead(Authentication who) {
        return Role.HR.heldBy(who) || Role.DIRECTION.heldBy(who) || Role.WORKS_COUNCIL.heldBy(who);
    }

    @PostMapping(PATH + "/bundles")
    ResponseEntity<String> bundle(
            @RequestParam(value = "id", defaultValue = "") String id,
            @RequestParam(value = "theme", defaultValue = "") String theme,
            @RequestParam(value = "points", defaultValue = "") List<String> chosen,
            @Nullable Authentication who,
            HttpServletRequest request) {
        var typed = new Bundling(id, theme, chosen);
        return done(
                Role.HR::heldBy,
                who,
                request,
                DevelopmentForms.typed(typed),
                () -> bundles.bundle(typed.bundle(), theme, typed.chosen()));
    }

    @PostMapping(PATH + "/bundles/{id}/answer")
    ResponseEntity<String> answer(
            @PathVariable("id") String id,
            @RequestParam(value = "decision", defaultValue = "") String decision,
            @RequestParam(value = "because", defaultValue = "") String because,
            @Nullable Authentication who,
            HttpServletRequest request) {
        var typed = new Answering(id, decision, because);
        return done(
                Role.DIRECTION::heldBy,
                who,
                request,
                DevelopmentForms.typed(typed),
                () -> bundles.answer(typed.bundle(), typed.decided(), because));
    }

    @PostMapping(PATH + "/goals")
    ResponseEntity<String> goal(
            @RequestParam(value = "id", defaultValue = "") String id,
            @RequestParam(value = "name", defaultValue = "") String name,
            @RequestParam(value = "construct", defaultValue = "") String construct,
            @RequestParam(value = "unit", defaultValue = "") String unit,
            @RequestParam(value = "wanted", defaultValue = "") String wanted,
            @RequestParam(value = "level", defaultValue = "") String level,
            @RequestParam(value = "from", defaultValue = "") String from,
            @RequestParam(value = "by", defaultValue = "") String by,
            @RequestParam(value = "bundle", defaultValue = "") String bundle,
            @Nullable Authentication who,
            HttpServletRequest request) {
        Predicate<Authentication> may = one -> Role.HR.heldBy(one) || Role.DIRECTION.heldBy(one);
        var typed = new Aiming(id, name, construct, unit, wanted, level, from, by, bundle);
        return done(may, who, request, DevelopmentForms.typed(typed), () -> goals.set(typed.goal(), typed.said()));
    }

    private ResponseEntity<String> done(
            Predicate<Authentication> may,
            @Nullable Authentication who,
            HttpServletRequest request,
            DevelopmentForms forms,
            Runnable doing) {
        if (who == null || !may.test(who)) {
            return pages.notYours(request);
        }
        var words = pages.words(Language.of(request));
        return pages.done(
                request,
                PATH + "?lang=" + words.language().tag() + "&done=yes",
                doing,
                code -> page(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        who,
                        request,
                        forms.refused(words.text("followup.wrong." + code)),
                        false));
    }

    private ResponseEntity<String> page(
            HttpStatus status, Authentication who, HttpServletRequest request, DevelopmentForms forms, boolean done) {
        var words = pages.words(Language.of(request));
        boolean above = Role.HR.heldBy(who) || Role.DIRECTION.heldBy(who);
        var content = new HashMap<String, Object>();
        content.put("hr", Role.HR.heldBy(who));
        content.put("direction", Role.DIRECTION.heldBy(who));
        content.put("above", above);
        content.put(
                "loose",
                above
                        ? points.all().stream()
                                .filter(point -> point.bundle() == null)
                                .map(point -> sentence(point, words))
                                .toList()
                        : List.of());
        content.put(
                "bundles",
                bundles.all(who).stream().map(one -> told(one, words)).toList());
        content.put("goals", goals.all().stream().map(one -> aimed(one, words)).toList());
        content.put(
                "constructs",
                goals.constructs().stream()
                        .map(key -> new Choice(key, name(key, words)))
                        .toList());
        content.put("units", organisation.read().units());
        content.put("forms", forms);
        content.put("done", done);
        Pages.formToken(request).ifPresent(token -> content.put("csrf", token));
        return pages.page(status, "development", PATH, words, content);
    }

    private static Sentence sentence(ToldPoint point, Words words) {
        return new Sentence(point.id().value(), Happened.shown(point.text(), words), point.unitName());
    }

    private static Told told(ToldBundle bundle, Words words) {
        var sentences = bundle.points();
        var answer = bundle.answer();
        return new Told(
                bundle.id().value(),
                Happened.shown(bundle.theme(), words),
                sentences == null
                        ? List.of()
                        : sentences.stream().map(one -> sentence(one, words)).toList(),
                words.date(bundle.answerBy()),
                bundle.overdue(),
                answer == null ? null : Happened.answer(bundle, answer, words));
    }

    private String name(String construct, Words words) {
        return shelf.all().reversed().stream()
                .flatMap(instrument -> instrument.constructs().stream())
                .filter(one -> one.key().equals(construct))
                .findFirst()
                .map(one -> one.name().in(words.language().tag()))
                .orElse(construct);
    }

    private Aimed aimed(ToldGoal goal, Words words) {
        var wanted = goal.wanted();
        var level = goal.level();
        var construct = name(goal.construct(), words);
        var what = wanted == null
                ? words.text("goals.level", construct, goal.unitName(), words.score(level == null ? 0 : level))
                : words.text("goals.wanted." + wanted.word(), construct, goal.unitName());
        return new Aimed(
                Happened.shown(goal.name(), words),
                what,
                words.text("goals.period", words.date(goal.from()), words.date(goal.by())),
                said(goal, words));
    }

    private static String said(ToldGoal goal, Words words) {
        var trend = goal.trend();
        var withheld = trend.withheld();
        if (withheld != null) {
            return words.text("goals.withheld." + withheld.word());
        }
        var moved = trend.moved();
        var side = trend.side();
        var against = goal.level() == null ? "goals.middle." : "goals.against.";
        return (moved == null ? "" : words.text("goals.moved." + moved.word()) + " ")
                + (side == null ? "" : words.text(against + side.word()));
    }
}
