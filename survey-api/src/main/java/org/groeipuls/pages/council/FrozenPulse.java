package org.groeipuls.pages.council;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.groeipuls.agenda.KnownPulse;
import org.groeipuls.api.operator.OwnReasons;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.pages.Words;
import org.groeipuls.pages.answer.Promise;
import org.groeipuls.pulse.AskedGroup;
import org.groeipuls.pulse.PulseState;
import org.groeipuls.release.BlockOutline;
import org.groeipuls.team.GroupId;
import org.jspecify.annotations.Nullable;

/** What was frozen in a pulse and what its count told, as the works council reads it. */
public record FrozenPulse(KnownPulse known, Instrument instrument, Words words) {

    /** A group that is asked, with the fingerprint of the key that signs its tickets; empty with personal links. */
    record Group(String name, int eligible, String form, String ticketKey) {}

    /** Groups that were counted together, and whether anything of them was shown. */
    record Counted(String groups, boolean released) {}

    public String id() {
        return known.issued().pulse().value();
    }

    public String state() {
        return words.text("council.state." + known.state().word());
    }

    public String title() {
        return instrument.title().in(words.language().tag());
    }

    public Promise promise() {
        return new Promise(known.issued().rules(), known.issued().openText());
    }

    public String opens() {
        return words.moment(known.issued().dates().opensAt());
    }

    public String ticketsFrom() {
        return words.moment(known.issued().dates().ticketsFrom());
    }

    public String closes() {
        return words.moment(known.closesAt());
    }

    public boolean extended() {
        return !known.closesAt().equals(known.issued().dates().closesAt());
    }

    /** Where the works council's consent is written down; absent in a demonstration only. */
    public @Nullable String agreement() {
        var agreement = known.issued().agreement();
        return agreement == null ? null : agreement.reference() + ", " + words.date(agreement.date());
    }

    /** Why it was cancelled; absent when it was not. */
    public @Nullable String cancelled() {
        var reason = known.cancelled();
        return reason == null ? null : OwnReasons.told(reason, words::text);
    }

    public String operatorKey() {
        return known.issued().keys().operatorFingerprint();
    }

    public String councilKey() {
        return known.issued().keys().councilFingerprint();
    }

    /** The commitment to the list of people; absent with personal links. */
    public @Nullable String roster() {
        return known.issued().roster();
    }

    public List<Group> groups() {
        var tickets = known.issued().keys().tickets();
        return known.issued().groups().stream()
                .map(group -> {
                    var signer = tickets.get(group.group());
                    return new Group(
                            name(group), group.eligible(), group.form(), signer == null ? "" : signer.fingerprint());
                })
                .toList();
    }

    /** The box for what people write; absent without an open question. */
    public @Nullable FrozenTexts texts() {
        var text = known.issued().openText();
        return text == null ? null : new FrozenTexts(text, group -> names(Set.of(group)));
    }

    /** Whether only the works council can go on: closed, in two layers. */
    public boolean waitsForCouncil() {
        return known.state() == PulseState.CLOSED && !promise().singleLayer();
    }

    public boolean counted() {
        return known.count() != null;
    }

    public List<Counted> blocks() {
        var count = known.count();
        return count == null
                ? List.of()
                : count.blocks().stream().map(this::counted).toList();
    }

    private Counted counted(BlockOutline block) {
        return new Counted(names(block.groups()), block.released());
    }

    private String names(Set<GroupId> groups) {
        return known.issued().groups().stream()
                .filter(asked -> groups.contains(asked.group()))
                .map(this::name)
                .collect(Collectors.joining("; "));
    }

    private String name(AskedGroup group) {
        return group.ownPeople() ? words.text("group.leads", group.name()) : group.name();
    }

    public int rejected() {
        var count = known.count();
        return count == null ? 0 : count.rejected();
    }

    public int receipts() {
        var count = known.count();
        return count == null ? 0 : count.inclusion().size();
    }
}
