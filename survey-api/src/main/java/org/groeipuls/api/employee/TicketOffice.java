package org.groeipuls.api.employee;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.groeipuls.agenda.KnownPulse;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.anonymity.BlindSigner;
import org.groeipuls.anonymity.TextBox;
import org.groeipuls.anonymity.TicketKey;
import org.groeipuls.api.problem.NotFound;
import org.groeipuls.api.storage.Commands;
import org.groeipuls.organisation.Organisation;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.pulse.AskedGroup;
import org.groeipuls.pulse.FrozenKeys.TicketSigner;
import org.groeipuls.pulse.OpenText.TextUnit;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.pulse.PulseState;
import org.groeipuls.pulse.TicketMode;
import org.groeipuls.roster.Invitations;
import org.groeipuls.roster.PersonId;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * Issues blind tickets, once to everybody who is invited. Knows who fetches one and never what becomes of it: neither
 * log nor clock nor counter sees anything here.
 */
public final class TicketOffice {
    private final Invitations invitations;
    private final PulseAgenda agenda;
    private final OrganisationTable organisation;
    private final BlindSigner signer;
    private final Commands commands;
    private final InstantSource clock;

    public TicketOffice(
            Invitations invitations,
            PulseAgenda agenda,
            OrganisationTable organisation,
            BlindSigner signer,
            Commands commands,
            InstantSource clock) {
        this.invitations = invitations;
        this.agenda = agenda;
        this.organisation = organisation;
        this.signer = signer;
        this.commands = commands;
        this.clock = clock;
    }

    /**
     * A pulse that asks somebody; the same whether they have fetched their ticket or not.
     *
     * @param name what the people of the group know it by
     * @param teams names of the teams in the group; none for a unit's leads
     * @param people how everybody in the group is called, so that who is asked can see who else is; the list is frozen
     * @param ticketKey the key that signs the group's tickets, SubjectPublicKeyInfo in base64
     * @param ticketKeyFingerprint lower-case hex SHA-256 of the key
     * @param text with an open question: in whose name they may write
     */
    public record Waiting(
            PulseId pulse,
            GroupId group,
            String name,
            List<String> teams,
            List<String> people,
            PulseState state,
            Instant ticketsFrom,
            Instant opensAt,
            Instant closesAt,
            TicketMode tickets,
            @Nullable String ticketKey,
            @Nullable String ticketKeyFingerprint,
            @Nullable WaitingText text) {}

    /**
     * In whose name somebody may write; there is a second ticket for it.
     *
     * @param name what people know the unit by
     * @param ticketKey the key that signs the unit's tickets, SubjectPublicKeyInfo in base64
     * @param ticketKeyFingerprint lower-case hex SHA-256 of the key
     */
    public record WaitingText(
            UnitId unit,
            String name,
            @Nullable String ticketKey,
            @Nullable String ticketKeyFingerprint) {}

    /** The pulses that ask somebody and have not ended, in the order in which they open; records nothing. */
    public List<Waiting> waiting(PersonId who) {
        var asked = invitations.of(who);
        if (asked.isEmpty()) {
            return List.of();
        }
        var known = organisation.read();
        return agenda.all().stream()
                .filter(pulse -> !ended(pulse))
                .flatMap(pulse -> waiting(pulse, Optional.ofNullable(asked.get(id(pulse))), who, known))
                .toList();
    }

    private Stream<Waiting> waiting(
            KnownPulse pulse, Optional<GroupId> asked, PersonId who, Organisation organisation) {
        return asked.flatMap(id -> group(pulse, id)).stream()
                .map(group -> new Waiting(
                        id(pulse),
                        group.group(),
                        group.name(),
                        group.teams().stream()
                                .map(team -> organisation
                                        .team(team)
                                        .map(Organisation.KnownTeam::name)
                                        .orElse(team.value()))
                                .toList(),
                        invitations.namesBeside(id(pulse), who),
                        pulse.state(),
                        pulse.issued().dates().ticketsFrom(),
                        pulse.issued().dates().opensAt(),
                        pulse.closesAt(),
                        pulse.issued().rules().tickets(),
                        key(pulse, group.group()).map(TicketSigner::key).orElse(null),
                        key(pulse, group.group()).map(TicketSigner::fingerprint).orElse(null),
                        textUnit(pulse, group.group())
                                .map(unit -> new WaitingText(
                                        unit.unit(),
                                        unit.name(),
                                        unit.ticket() == null
                                                ? null
                                                : unit.ticket().key(),
                                        unit.ticket() == null
                                                ? null
                                                : unit.ticket().fingerprint()))
                                .orElse(null)));
    }

    private static Optional<TextUnit> textUnit(KnownPulse pulse, GroupId group) {
        return Optional.ofNullable(pulse.issued().openText()).flatMap(text -> text.unitOf(group));
    }

    private static Optional<AskedGroup> group(KnownPulse pulse, GroupId id) {
        return pulse.issued().groups().stream()
                .filter(group -> group.group().equals(id))
                .findFirst();
    }

    private static Optional<TicketSigner> key(KnownPulse pulse, GroupId group) {
        return Optional.ofNullable(pulse.issued().keys().tickets().get(group));
    }

    private static PulseId id(KnownPulse pulse) {
        return pulse.issued().pulse();
    }

    /** By the clock, which may be ahead of what was done about it. */
    private boolean ended(KnownPulse pulse) {
        return pulse.state().compareTo(PulseState.CLOSED) >= 0
                || !clock.instant().isBefore(pulse.closesAt());
    }

    /**
     * What somebody wants signed, or had signed, per box: for the answers, and with an open question for what they write.
     *
     * @param text absent when there is no open question, or whoever asks does without
     */
    public record PerBox(byte[] group, byte @Nullable [] text) {
        @Override
        public String toString() {
            return "PerBox[not shown]";
        }
    }

    /**
     * The blind signatures for somebody's messages with the keys of their group and of the unit in whose name they write.
     * The digest of the messages is on disk before there is a signature, so nobody gets two; the same messages get the
     * same signatures again.
     *
     * @param blinded 256 bytes each, a number below the modulus of its key
     * @throws NotFound when there is no such pulse, or it does not ask them
     * @throws TicketRefusal when it is not the time, they have a ticket, or a message is none
     */
    public PerBox issue(PulseId pulse, PersonId who, PerBox blinded) {
        var known = agenda.find(pulse).orElseThrow(NotFound::new);
        inTime(known);
        var group = Optional.ofNullable(invitations.of(who).get(pulse)).orElseThrow(NotFound::new);
        // before it is noted, or what cannot be signed would use the ticket up
        requireSignable(key(known, group).orElseThrow(), blinded.group());
        var unit = textUnit(known, group);
        var text = blinded.text();
        if (text != null) {
            requireSignable(
                    unit.flatMap(there -> Optional.ofNullable(there.ticket())).orElseThrow(TicketRefusal::noMessage),
                    text);
        }
        switch (invitations.claim(pulse, who, digest(blinded))) {
            case GRANTED -> commands.awaitDurable();
            case TAKEN -> throw TicketRefusal.alreadyIssued(pulse);
            case NOT_INVITED -> throw new NotFound();
        }
        return new PerBox(
                signer.sign(pulse.value(), group.value(), blinded.group()),
                text == null
                        ? null
                        : signer.sign(
                                TextBox.of(pulse.value()),
                                unit.orElseThrow().unit().value(),
                                text));
    }

    private static void requireSignable(TicketSigner key, byte[] message) {
        if (!TicketKey.ofBase64(key.key()).takes(message)) {
            throw TicketRefusal.noMessage();
        }
    }

    private static byte[] digest(PerBox blinded) {
        var text = blinded.text();
        var all = java.util.Arrays.copyOf(blinded.group(), blinded.group().length + (text == null ? 0 : text.length));
        if (text != null) {
            System.arraycopy(text, 0, all, blinded.group().length, text.length);
        }
        return sha256(all);
    }

    private void inTime(KnownPulse pulse) {
        if (pulse.issued().rules().tickets() == TicketMode.LINK) {
            throw TicketRefusal.byLink(id(pulse));
        }
        if (ended(pulse)) {
            throw TicketRefusal.closed(id(pulse));
        }
        var from = pulse.issued().dates().ticketsFrom();
        if (clock.instant().isBefore(from)) {
            throw TicketRefusal.tooEarly(id(pulse), from);
        }
    }

    private static byte[] sha256(byte[] message) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(message);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
