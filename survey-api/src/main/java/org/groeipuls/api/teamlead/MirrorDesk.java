package org.groeipuls.api.teamlead;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.groeipuls.anonymity.MirrorKeys;
import org.groeipuls.api.problem.NotFound;
import org.groeipuls.api.storage.Commands;
import org.groeipuls.api.teamlead.MirrorPlaces.Place;
import org.groeipuls.mirror.MirrorAnswers;
import org.groeipuls.mirror.MirrorCommand.AnswerMirror;
import org.groeipuls.mirror.MirrorCommand.ShareMirror;
import org.groeipuls.mirror.MirrorNotNow;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.reflection.Reflection;
import org.groeipuls.reflection.SelfBesideGroup;
import org.groeipuls.roster.LeadKeys;
import org.groeipuls.roster.PersonId;
import org.groeipuls.team.TeamId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/**
 * Where leads answer of themselves and see it beside what their group said, over the API and on the page alike. Until a
 * lead shares it, nobody else sees it.
 */
public final class MirrorDesk {
    private final MirrorPlaces places;
    private final MirrorReader reader;
    private final LeadKeys holders;
    private final MirrorKeys keys;
    private final Commands commands;
    private final SecureRandom chance;

    public MirrorDesk(
            MirrorPlaces places,
            MirrorReader reader,
            LeadKeys holders,
            MirrorKeys keys,
            Commands commands,
            SecureRandom chance) {
        this.places = places;
        this.reader = reader;
        this.holders = holders;
        this.keys = keys;
        this.commands = commands;
        this.chance = chance;
    }

    /**
     * A lead's own mirror.
     *
     * @param answers by item; absent before they were given, and when they cannot be read any more
     * @param asked whether leads are asked at this pulse; others are theirs to choose
     * @param changeable whether they may still be given, or given otherwise
     * @param shareable whether they may be shown to the group now
     * @param severalLeads whether the group has several leads, and so no gap
     */
    public record Own(
            Place place,
            boolean asked,
            @Nullable Map<String, Integer> answers,
            boolean changeable,
            boolean shareable,
            boolean shared,
            boolean severalLeads,
            SelfBesideGroup beside) {}

    /**
     * What a lead shows the group.
     *
     * @param removed whether the lead was erased since, and the answers with them
     */
    public record Shown(boolean removed, SelfBesideGroup beside) {}

    /**
     * The own mirror of whoever asks.
     *
     * @throws NotFound when they do not lead the team, or the pulse does not ask it
     */
    public Own own(TeamId team, PulseId pulse, Authentication who) {
        return own(places.ofLead(team, pulse, who), who);
    }

    private Own own(Place place, Authentication who) {
        var keyId = holders.find(new PersonId(who.getName()));
        var reflection = keyId.flatMap(id -> reader.find(place, id));
        var answers = reflection.flatMap(found -> reader.answers(place, found, keyId.orElseThrow()));
        boolean shared = reflection.filter(Reflection::shared).isPresent();
        return new Own(
                place,
                places.asked(place),
                answers.map(MirrorAnswers::byItem).orElse(null),
                place.begun() && (reflection.isEmpty() || !place.counted()),
                place.counted() && answers.isPresent() && !shared,
                shared,
                reader.severalLeads(place),
                reader.beside(place, answers.map(MirrorAnswers::byItem).orElse(Map.of())));
    }

    /**
     * Answers for whoever asks, or answers otherwise; the same answers again change nothing.
     *
     * @throws NotFound as {@link #own} does
     * @throws org.groeipuls.refusal.Refusal when a rule says no
     * @return whether they had not answered before
     */
    public boolean answer(TeamId team, PulseId pulse, Map<String, Integer> given, Authentication who) {
        commands.awaitViews();
        var place = places.ofLead(team, pulse, who);
        if (!place.begun()) {
            throw new MirrorNotNow();
        }
        var items = place.form().items();
        var answers = new MirrorAnswers(items, given);
        var keyId = holders.idOf(new PersonId(who.getName()));
        var before = reader.find(place, keyId);
        if (before.flatMap(found -> reader.answers(place, found, keyId))
                .filter(answers::equals)
                .isEmpty()) {
            send(place, keyId, answers);
        }
        return before.isEmpty();
    }

    private void send(Place place, String keyId, MirrorAnswers answers) {
        var mirror = MirrorReader.idOf(place, keyId);
        var random = new byte[MirrorAnswers.CHANCE];
        chance.nextBytes(random);
        var sealed = answers.sealed(mirror, place.form().items(), keys.establish(keyId), random);
        commands.send(new AnswerMirror(
                mirror, place.group().group(), place.id(), place.form().name(), sealed, place.counted()));
    }

    /**
     * Shows the own answers to the group, for good; once more changes nothing.
     *
     * @throws NotFound as {@link #own} does, and when there are no answers
     * @throws org.groeipuls.refusal.Refusal before the pulse is counted
     */
    public void share(TeamId team, PulseId pulse, Authentication who) {
        commands.awaitViews();
        var place = places.ofLead(team, pulse, who);
        var keyId = holders.find(new PersonId(who.getName())).orElseThrow(NotFound::new);
        var reflection = reader.find(place, keyId)
                .filter(found -> reader.answers(place, found, keyId).isPresent())
                .orElseThrow(NotFound::new);
        commands.send(new ShareMirror(reflection.answered().mirror(), place.counted()));
    }

    /**
     * What leads show of themselves to the people of the group.
     *
     * @throws NotFound when whoever asks is neither lead nor one of the team's people, or the pulse does not ask it
     */
    public List<Shown> shared(TeamId team, PulseId pulse, Authentication who) {
        var place = places.ofGroup(team, pulse, who);
        return reader.shared(place).stream()
                .map(answers -> new Shown(
                        answers.isEmpty(),
                        answers.map(found -> reader.beside(place, found.byItem()))
                                .orElseGet(() -> new SelfBesideGroup(List.of(), null))))
                .toList();
    }

    /**
     * Where whoever asks may look at what is shared.
     *
     * @throws NotFound as {@link #shared} does
     */
    public Place place(TeamId team, PulseId pulse, Authentication who) {
        return places.ofGroup(team, pulse, who);
    }

    /** The latest pulse at which a lead of the team may look into the mirror. */
    public Optional<Place> latest(TeamId team, Authentication who) {
        return places.latest(team, who);
    }

    /** The pulses of which somebody's lead shows them something, the latest first. */
    public List<Place> sharedWith(Authentication who) {
        return places.ofMember(who).stream().filter(reader::showsAny).toList();
    }
}
