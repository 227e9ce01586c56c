package org.groeipuls.pages.hr;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.groeipuls.agenda.KnownPulse;
import org.groeipuls.api.hr.ProgrammeView;
import org.groeipuls.api.mail.MailOverview;
import org.groeipuls.organisation.Organisation;
import org.groeipuls.organisation.Organisation.KnownGroup;
import org.groeipuls.organisation.Organisation.KnownTeam;
import org.groeipuls.organisation.Reorganisations.KnownReorganisation;
import org.groeipuls.organisation.Reorganisations.State;
import org.groeipuls.pages.Words;
import org.groeipuls.pulse.PulseState;
import org.groeipuls.team.Group;
import org.groeipuls.team.TeamId;

/**
 * How things stand.
 *
 * @param people how many stand in the list of people
 * @param astray how many of them stand in no team that there is
 * @param led the teams that have a lead
 */
record Standing(
        Organisation organisation,
        int people,
        int astray,
        Set<TeamId> led,
        List<KnownPulse> pulses,
        List<ProgrammeView> programmes,
        List<KnownReorganisation> changes,
        MailOverview mails) {
    /** The works council has so long to take its layer off; then the pulse lapses. */
    private static final Duration FOR_THE_COUNCIL = Duration.ofDays(14);

    private static final Duration BETWEEN_OPENINGS = Duration.ofDays(14);
    private static final int NAMED = 8;

    /** Something to do something about, and where. */
    record Point(String text, String path) {}

    /** Groups that have people, and too few to be asked. */
    List<KnownGroup> tooSmall() {
        return groups().stream()
                .filter(group -> {
                    int eligible = organisation.eligible(group.teams());
                    return eligible > 0 && eligible < Group.SMALLEST;
                })
                .toList();
    }

    private List<KnownGroup> groups() {
        return organisation.teams().stream()
                .flatMap(team -> organisation.groupOf(team.team()).stream())
                .distinct()
                .toList();
    }

    List<Point> points(Words words, Instant now) {
        List<Point> points = new ArrayList<>();
        var without = organisation.teams().stream()
                .filter(team -> team.size() > 0 && !led.contains(team.team()))
                .map(KnownTeam::name)
                .toList();
        if (!without.isEmpty()) {
            points.add(new Point(
                    words.text("hr.attention.no-lead", without.size(), named(without, words)), "/hr/organisation"));
        }
        if (astray > 0) {
            points.add(new Point(words.text("hr.attention.astray", astray), "/hr/people"));
        }
        if (!tooSmall().isEmpty()) {
            points.add(new Point(words.text("hr.attention.too-small", tooSmall().size()), "/hr/organisation/groups"));
        }
        if (!mails.refusing().isEmpty()) {
            points.add(
                    new Point(words.text("hr.attention.mails", mails.refusing().size()), "/hr/people#addresses"));
        }
        if (mails.mail().equals("unreachable")) {
            points.add(new Point(words.text("hr.attention.mail-unreachable"), "/hr/people#addresses"));
        }
        pulses.forEach(known -> ofCouncil(known, words).ifPresent(points::add));
        programmes.forEach(one -> waiting(one, words).ifPresent(points::add));
        changes.stream()
                .filter(change -> change.state() == State.PLANNED)
                .map(change -> new Point(
                        words.text("hr.attention.change", words.date(change.effectiveOn())),
                        "/hr/organisation/changes#changes"))
                .forEach(points::add);
        nextOpening(now)
                .map(day -> new Point(words.text("hr.attention.next-opening", words.moment(day)), "/hr/pulses"))
                .ifPresent(points::add);
        return points;
    }

    private static String named(List<String> names, Words words) {
        return names.size() <= NAMED ? words.listed(names) : String.join(", ", names.subList(0, NAMED)) + " …";
    }

    private static Optional<Point> ofCouncil(KnownPulse known, Words words) {
        if (known.state() != PulseState.CLOSED || known.issued().rules().layers() != 2) {
            return Optional.empty();
        }
        var last = known.closesAt().plus(FOR_THE_COUNCIL).atZone(words.zone()).toLocalDate();
        var id = known.issued().pulse().value();
        return Optional.of(new Point(words.text("hr.attention.council", id, words.date(last)), "/hr/pulses/" + id));
    }

    private static Optional<Point> waiting(ProgrammeView one, Words words) {
        var waits = one.waits();
        return waits == null
                ? Optional.empty()
                : Optional.of(new Point(
                        words.text("hr.attention.programme", one.name(), words.date(waits.day()), waits.detail()),
                        "/hr/programmes/" + one.programme().value()));
    }

    /** From when all groups can be asked again, while that is still to come. */
    Optional<Instant> nextOpening(Instant now) {
        return pulses.stream()
                .filter(known -> known.state() != PulseState.CANCELLED)
                .map(known -> known.issued().dates().opensAt().plus(BETWEEN_OPENINGS))
                .max(Instant::compareTo)
                .filter(now::isBefore);
    }
}
