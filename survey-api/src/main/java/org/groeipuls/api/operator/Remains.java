package org.groeipuls.api.operator;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.groeipuls.agenda.KnownPulse;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.anonymity.PulseKeys;
import org.groeipuls.anonymity.TextBox;
import org.groeipuls.anonymity.TextKeys;
import org.groeipuls.ballot.BallotBoxes;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.pulse.PulseState;
import org.groeipuls.roster.InvitedPulses;

/** What pulses that are over leave behind, and have to leave no more. Everything may be repeated. */
record Remains(
        InstantSource clock,
        PulseAgenda agenda,
        PulseKeys keys,
        TextKeys textKeys,
        BallotBoxes boxes,
        InvitedPulses invited) {

    /**
     * Destroys boxes and keys of what history says is over: the release, or the cancellation, is on disk by then. Nothing
     * is read of them, so what is damaged goes like the rest.
     *
     * @param attempts makes each attempt by itself
     */
    void destroy(Consumer<Runnable> attempts) {
        var over = new TreeSet<String>();
        for (var pulse : agenda.ended()) {
            over.add(pulse.value());
            over.add(TextBox.of(pulse.value()));
        }
        attempts.accept(() -> boxes.left(over).forEach(id -> attempts.accept(() -> boxes.destroy(id))));
        attempts.accept(() ->
                keys.pulses().stream().filter(over::contains).forEach(id -> attempts.accept(() -> keys.destroy(id))));
    }

    /** From the day on that was announced nobody can read what people wrote, in no copy of history. */
    void endRetention() {
        var today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        for (var id : textKeys.pulses()) {
            agenda.find(new PulseId(id))
                    .filter(pulse -> pulse.state() == PulseState.CANCELLED || retentionEnded(pulse, today))
                    .ifPresent(pulse -> textKeys.destroy(id));
        }
    }

    private static boolean retentionEnded(KnownPulse pulse, LocalDate today) {
        var count = pulse.count();
        var openText = pulse.issued().openText();
        return count != null
                && openText != null
                && !today.isBefore(count.countedOn().plusDays(openText.retentionDays()));
    }

    /**
     * From the close on nobody fetches a ticket, so who did is nobody's business any more; who was in a group is, for the
     * next pulse.
     */
    void forgetWhoWasInvited() {
        for (var pulse : invited.pulses()) {
            var state = agenda.find(pulse).map(KnownPulse::state);
            if (state.filter(at -> at == PulseState.CANCELLED).isPresent()) {
                invited.forget(pulse);
            } else if (state.filter(at -> at.compareTo(PulseState.CLOSED) >= 0).isPresent()) {
                invited.close(pulse);
            }
        }
        for (var pulse : invited.awaiting()) {
            var state = agenda.find(pulse).map(KnownPulse::state);
            if (state.filter(at -> at == PulseState.CANCELLED).isPresent()) {
                invited.forget(pulse);
            } else if (state.filter(at -> at == PulseState.COUNTED).isPresent()) {
                invited.counted(pulse);
            }
        }
    }
}
