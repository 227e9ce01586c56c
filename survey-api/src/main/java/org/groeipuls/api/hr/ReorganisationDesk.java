package org.groeipuls.api.hr;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.groeipuls.api.storage.Commands;
import org.groeipuls.api.storage.Together;
import org.groeipuls.organisation.Organisation;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.organisation.Reorganisations;
import org.groeipuls.organisation.Reorganisations.KnownReorganisation;
import org.groeipuls.organisation.Reorganisations.State;
import org.groeipuls.refusal.Refusal;
import org.groeipuls.roster.TeamLeads;
import org.groeipuls.team.OrganisationChange;
import org.groeipuls.team.ReorganisationCommand.CarryOutReorganisation;
import org.groeipuls.team.ReorganisationCommand.PlanReorganisation;
import org.groeipuls.team.ReorganisationCommand.WithdrawReorganisation;
import org.groeipuls.team.ReorganisationId;
import org.groeipuls.team.ReorganisationRefused;

/**
 * Changes teams and units while their trends go on: at once when the day has come, otherwise when it does. Roster and
 * history change in one transaction.
 */
public final class ReorganisationDesk {
    private static final int ID_DIGITS = 16;

    private final Commands commands;
    private final Together together;
    private final OrganisationTable organisation;
    private final Reorganisations reorganisations;
    private final TeamLeads leads;
    private final InstantSource clock;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    public ReorganisationDesk(
            Commands commands,
            Together together,
            OrganisationTable organisation,
            Reorganisations reorganisations,
            TeamLeads leads,
            InstantSource clock) {
        this.commands = commands;
        this.together = together;
        this.organisation = organisation;
        this.reorganisations = reorganisations;
        this.leads = leads;
        this.clock = clock;
    }

    /** What a change is, or would be, and what it brings with it. */
    public record Decided(KnownReorganisation reorganisation, Consequences consequences) {}

    /**
     * Makes a change, or puts it down for its day.
     *
     * @param dryRun whether nothing is to happen
     * @throws Refusal when it cannot be
     */
    public Decided change(ReorganisationRequest request, boolean dryRun) {
        oneAtATime.lock();
        try {
            var known = organisation.read();
            var made = made(request, known);
            if (made.isPresent()) {
                return new Decided(made.get(), Consequences.none(known));
            }
            var wanted = request.change(known);
            var given = request.id();
            var id = given == null ? free(request.effectiveOn(), wanted) : given;
            var consequences = Consequences.of(wanted, known, request.effectiveOn());
            boolean now = !request.effectiveOn().isAfter(today());
            if (now && !dryRun) {
                carryOut(id, wanted, request.effectiveOn(), consequences);
            } else if (!dryRun) {
                commands.send(new PlanReorganisation(id, wanted, request.effectiveOn(), today()));
            }
            var state = now ? State.EFFECTIVE : State.PLANNED;
            return new Decided(new KnownReorganisation(id, wanted, request.effectiveOn(), state), consequences);
        } finally {
            oneAtATime.unlock();
        }
    }

    /**
     * The same change when it holds already, so that saying it again changes nothing: under its id, or without one as long
     * as everything is as it says. Whoever changed something and changed it back may change it once more.
     *
     * @throws ReorganisationRefused when another change holds under this id
     */
    private Optional<KnownReorganisation> made(ReorganisationRequest request, Organisation known) {
        var id = request.id();
        var made = reorganisations.all().stream()
                .filter(other -> other.state() == State.EFFECTIVE)
                .filter(other -> id == null || other.reorganisation().equals(id))
                .toList();
        var same = made.stream()
                .filter(other -> other.effectiveOn().equals(request.effectiveOn()) && request.says(other.change()))
                .filter(other -> id != null || ReorganisationRules.holds(other.change(), known))
                .findFirst();
        if (id != null && same.isEmpty() && !made.isEmpty()) {
            throw ReorganisationRefused.known(id);
        }
        return same;
    }

    private void carryOut(
            ReorganisationId id, OrganisationChange change, LocalDate effectiveOn, Consequences consequences) {
        List<Object> orders = new ArrayList<>();
        orders.add(new CarryOutReorganisation(id, change, effectiveOn, consequences.descents(), today()));
        orders.addAll(consequences.orders());
        together.change(connection -> leads.followIn(connection, consequences.became()), orders);
    }

    /** Makes the changes whose day has come. One that cannot be any more stays as it is, and HR sees why. */
    public void carryOutWhatIsDue() {
        oneAtATime.lock();
        try {
            for (var planned : reorganisations.all()) {
                if (planned.state() == State.PLANNED && !planned.effectiveOn().isAfter(today())) {
                    carryOut(planned);
                }
            }
        } finally {
            oneAtATime.unlock();
        }
    }

    private void carryOut(KnownReorganisation planned) {
        try {
            var known = organisation.read();
            ReorganisationRules.check(planned.change(), known);
            carryOut(
                    planned.reorganisation(),
                    planned.change(),
                    planned.effectiveOn(),
                    Consequences.of(planned.change(), known, planned.effectiveOn()));
        } catch (Refusal seenByHr) {
            // the organisation has become another one since; the list of changes says what stands in the way
        }
    }

    /** Takes back a change that is to come. */
    public void withdraw(ReorganisationId id) {
        commands.send(new WithdrawReorganisation(id));
    }

    /**
     * Why a change that is put down could not be made as everything is now.
     *
     * @param known as everything is
     */
    public Optional<Refusal> hindrance(KnownReorganisation change, Organisation known) {
        try {
            if (change.state() == State.PLANNED) {
                ReorganisationRules.check(change.change(), known);
            }
            return Optional.empty();
        } catch (Refusal refused) {
            return Optional.of(refused);
        }
    }

    /** The day by which it is decided whether a change is still to come. */
    public LocalDate today() {
        return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** The id of what is said, or one after it where that was made before and undone since. */
    private ReorganisationId free(LocalDate effectiveOn, OrganisationChange wanted) {
        var made = reorganisations.all().stream()
                .filter(other -> other.state() == State.EFFECTIVE)
                .map(KnownReorganisation::reorganisation)
                .collect(Collectors.toSet());
        return Stream.iterate(1, time -> time + 1)
                .map(time -> effectiveOn + " " + wanted + (time == 1 ? "" : " " + time))
                .map(said -> new ReorganisationId("change-" + digest(said)))
                .filter(id -> !made.contains(id))
                .findFirst()
                .orElseThrow();
    }

    private static String digest(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, ID_DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
