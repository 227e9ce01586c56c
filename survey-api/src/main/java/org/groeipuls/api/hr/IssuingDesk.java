package org.groeipuls.api.hr;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.groeipuls.agenda.KnownPulse;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.anonymity.CouncilKeyDiffers;
import org.groeipuls.anonymity.PulseKeys;
import org.groeipuls.anonymity.TextBox;
import org.groeipuls.api.storage.Commands;
import org.groeipuls.api.storage.CouncilKeys;
import org.groeipuls.api.storage.StorePlaces;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.instrument.InstrumentKey;
import org.groeipuls.organisation.Organisation;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.organisation.Origins;
import org.groeipuls.organisation.Reorganisations;
import org.groeipuls.pulse.Pulse;
import org.groeipuls.pulse.PulseAlreadyIssued;
import org.groeipuls.pulse.PulseEvent.PulseIssued;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.pulse.PulseNotIssuable;
import org.groeipuls.refusal.Refusal;
import org.groeipuls.roster.Invitations;
import org.groeipuls.roster.People;
import org.groeipuls.roster.TeamLeads;
import org.groeipuls.shelf.InstrumentShelf;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;

/** Where pulses are issued, by HR and for programmes alike. Whoever asks for the same pulse twice issues it once. */
public final class IssuingDesk {
    private final Commands commands;
    private final PulseAgenda agenda;
    private final OrganisationTable organisation;
    private final InstrumentShelf shelf;
    private final PulseKeys keys;
    private final StorePlaces places;
    private final Inviting inviting;
    private final Reorganisations reorganisations;
    private final TeamLeads leads;
    private final CouncilKeys councilKeys;
    private final InstantSource clock;
    private final boolean demonstration;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    IssuingDesk(
            Commands commands,
            PulseAgenda agenda,
            OrganisationTable organisation,
            InstrumentShelf shelf,
            PulseKeys keys,
            StorePlaces places,
            People people,
            Invitations invitations,
            Reorganisations reorganisations,
            TeamLeads leads,
            CouncilKeys councilKeys,
            InstantSource clock,
            @Value("${groeipuls.demonstration:false}") boolean demonstration) {
        this.commands = commands;
        this.agenda = agenda;
        this.organisation = organisation;
        this.shelf = shelf;
        this.keys = keys;
        this.places = places;
        this.inviting = new Inviting(people, invitations, agenda, commands);
        this.reorganisations = reorganisations;
        this.leads = leads;
        this.councilKeys = councilKeys;
        this.clock = clock;
        this.demonstration = demonstration;
    }

    /** @throws PulseNotIssuable when there is no such instrument */
    Instrument instrument(InstrumentKey key) {
        return shelf.find(key)
                .orElseThrow(() -> new PulseNotIssuable("instrument-unknown", "There is no instrument " + key));
    }

    /**
     * Issues a pulse as HR asked for it.
     *
     * @throws Refusal when a rule says no
     * @return whether it was not issued before
     */
    public boolean issue(PulseId pulse, PulseRequest request) {
        var instrument = instrument(request.instrument());
        var origins = origins(pulse, organisation.read());
        return issue(
                pulse,
                request,
                instrument,
                Forms.of(pulse, request, instrument, agenda, origins::withPredecessors),
                null);
    }

    /**
     * A pulse as issuing it would freeze it, without keys.
     *
     * @param councilKeyMissing whether the works council has to make its key first
     */
    public record Draft(PulseIssued pulse, boolean councilKeyMissing) {}

    /**
     * Looks what issuing a pulse would freeze. Nothing is made or kept.
     *
     * @throws Refusal when a rule says no
     */
    public Draft draft(PulseId pulse, PulseRequest request) {
        if (agenda.find(pulse).isPresent()) {
            throw new PulseAlreadyIssued(pulse);
        }
        var instrument = instrument(request.instrument());
        var organised = organisation.read();
        var origins = origins(pulse, organised);
        var headcount = inviting.headcount(request.rules().tickets(), organised, Optional.empty());
        var forms = Forms.of(pulse, request, instrument, agenda, origins::withPredecessors);
        var issuing = new Issuing(pulse, request, forms, organised, instrument, agenda, headcount, origins);
        inviting.check(issuing.groups(), headcount);
        var order = issuing.draft(demonstration, clock.instant());
        order.checkWhatIsAsked();
        boolean waits = request.rules().layers() == 2 && councilKeys.find(pulse).isEmpty();
        return new Draft(Pulse.frozen(order), waits);
    }

    /**
     * Issues a pulse with forms of the caller's choice. One at a time, because whoever is refused throws away keys and
     * invitations that another one may just have been granted.
     *
     * @param zone by whose calendar days between openings are counted; none: in hours
     */
    boolean issue(PulseId pulse, PulseRequest request, Instrument instrument, Forms forms, @Nullable ZoneId zone) {
        oneAtATime.lock();
        try {
            places.require();
            var known = agenda.find(pulse);
            try {
                return issue(pulse, request, instrument, forms, zone, known);
            } catch (Refusal e) {
                if (known.isEmpty() && !(e instanceof PulseAlreadyIssued || e instanceof CouncilKeyDiffers)) {
                    throwAway(pulse);
                }
                throw e;
            }
        } finally {
            oneAtATime.unlock();
        }
    }

    private boolean issue(
            PulseId pulse,
            PulseRequest request,
            Instrument instrument,
            Forms forms,
            @Nullable ZoneId zone,
            Optional<KnownPulse> known) {
        var organised = organisation.read();
        var headcount = inviting.headcount(request.rules().tickets(), organised, known);
        var issuing =
                new Issuing(pulse, request, forms, organised, instrument, agenda, headcount, origins(pulse, organised));
        var roster = inviting.freeze(pulse, issuing.groups(), headcount);
        var council = councilKey(pulse, request);
        var established = keys.establish(pulse.value(), issuing.needed(council));
        var forTexts = issuing.neededForTexts(council).map(needed -> keys.establish(TextBox.of(pulse.value()), needed));
        var issued = commands.send(issuing.order(established, forTexts, roster, demonstration, zone, clock.instant()));
        leads.remember(issuing.teams());
        return issued;
    }

    private Origins origins(PulseId pulse, Organisation organised) {
        return new Origins(agenda, pulse, organised, reorganisations.descents(), leads::same);
    }

    /** Unless another node has issued it meanwhile: then they are that pulse's. */
    private void throwAway(PulseId pulse) {
        commands.awaitViews();
        if (agenda.find(pulse).isEmpty()) {
            inviting.takeBack(pulse);
            keys.destroy(pulse.value());
            keys.destroy(TextBox.of(pulse.value()));
        }
    }

    /**
     * The key that the works council made for a pulse; empty with one layer.
     *
     * @throws PulseNotIssuable when there is none yet
     */
    Optional<byte[]> councilKey(PulseId pulse, PulseRequest request) {
        if (request.rules().layers() != 2) {
            return Optional.empty();
        }
        return Optional.of(councilKeys
                .find(pulse)
                .orElseThrow(() -> new PulseNotIssuable(
                        "council-key-missing",
                        "With two layers the works council makes a key for this pulse first and puts its public half at"
                                + " /api/v1/pulses/" + pulse.value() + "/council-key")));
    }
}
