package org.groeipuls.api.teamlead;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.instrument.InstrumentKey;
import org.groeipuls.instrument.Item;
import org.groeipuls.instrument.Localised;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.reflection.SelfBesideGroup;
import org.groeipuls.reflection.SelfBesideGroup.Pair;
import org.groeipuls.scoring.SelfOther;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.TeamId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What leads answer of themselves; nobody else sees it until they share it. It counts towards nothing. */
@RestController
@RequestMapping("/api/v1/teams/{team}/mirror/{pulse}")
class MirrorResource {
    private final MirrorDesk desk;

    MirrorResource(MirrorDesk desk) {
        this.desk = desk;
    }

    /** @param answers 1 to 5 by item of the leader's form; what does not apply is left out */
    record MirrorRequest(@NotNull @Size(min = 1, max = 60) Map<String, @NotNull Integer> answers) {}

    /** A statement of the leader's form, and the group's statement that it mirrors. */
    record Statement(String item, @Nullable String mirrors, String scale, Localised text) {
        static List<Statement> of(Instrument instrument, List<String> items) {
            return items.stream().map(instrument::item).map(Statement::of).toList();
        }

        private static Statement of(Item item) {
            return new Statement(item.id(), item.mirrors(), item.scale(), item.text());
        }
    }

    /**
     * How a leader sees themselves beside how the group does, always with both values, turned so that more is better.
     *
     * @param self mean of the own answers, 1 to 5
     * @param group mean of the group over the same statements
     * @param n answers of the group, the mean over statements
     * @param items how many statements have both
     * @param gap self minus group
     * @param low of the 90 % interval of the gap
     * @param rosier whether the answers show that the leader sees it rosier
     */
    record Gap(double self, double group, double n, int items, double gap, double low, double high, boolean rosier) {
        static @Nullable Gap of(@Nullable SelfOther known) {
            return known == null
                    ? null
                    : new Gap(
                            known.self(),
                            known.group(),
                            known.n(),
                            known.items(),
                            known.gap(),
                            known.interval().low(),
                            known.interval().high(),
                            known.rosier());
        }
    }

    /**
     * @param asked whether leads are asked at this pulse; they may answer at any other, too
     * @param answers absent before they were given
     * @param changeable until the pulse is counted; after that what was not answered can be answered once
     * @param shareable whether they can be shown to the group now; that cannot be undone
     * @param severalLeads whether the group has several leads; there is no gap then
     * @param gap on role-modelling; absent before the count and where it cannot be told
     */
    record MirrorView(
            TeamId team,
            PulseId pulse,
            GroupId group,
            InstrumentKey instrument,
            String form,
            List<Statement> statements,
            boolean asked,
            @Nullable Map<String, Integer> answers,
            boolean changeable,
            boolean shareable,
            boolean shared,
            boolean severalLeads,
            List<Pair> pairs,
            @Nullable Gap gap) {
        static MirrorView of(MirrorDesk.Own own) {
            var place = own.place();
            return new MirrorView(
                    place.team(),
                    place.id(),
                    place.group().group(),
                    place.instrument().key(),
                    place.form().name(),
                    Statement.of(place.instrument(), place.form().items()),
                    own.asked(),
                    own.answers(),
                    own.changeable(),
                    own.shareable(),
                    own.shared(),
                    own.severalLeads(),
                    own.beside().pairs(),
                    Gap.of(own.beside().roleModelling()));
        }
    }

    /** @param removed whether the lead was erased; nothing of it can be read any more */
    record SharedMirror(
            boolean removed, List<Pair> pairs, @Nullable Gap gap) {
        static SharedMirror of(MirrorDesk.Shown shown) {
            SelfBesideGroup beside = shown.beside();
            return new SharedMirror(shown.removed(), beside.pairs(), Gap.of(beside.roleModelling()));
        }
    }

    /** What leads of the group show it. */
    record SharedMirrors(List<SharedMirror> mirrors) {}

    @PutMapping
    @PreAuthorize("hasRole('LEAD')")
    @Operation(summary = "Answer the leader's form, or answer it otherwise until the pulse is counted")
    ResponseEntity<MirrorView> put(
            @PathVariable("team") TeamId team,
            @PathVariable("pulse") PulseId pulse,
            @Valid @RequestBody MirrorRequest request,
            Authentication who) {
        boolean isNew = desk.answer(team, pulse, request.answers(), who);
        return ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK)
                .body(MirrorView.of(desk.own(team, pulse, who)));
    }

    @GetMapping
    @PreAuthorize("hasRole('LEAD')")
    @Operation(summary = "The own answers of whoever asks, beside what their group said")
    MirrorView own(@PathVariable("team") TeamId team, @PathVariable("pulse") PulseId pulse, Authentication who) {
        return MirrorView.of(desk.own(team, pulse, who));
    }

    @PostMapping("/share")
    @PreAuthorize("hasRole('LEAD')")
    @Operation(summary = "Show the own answers to the group; this cannot be undone")
    MirrorView share(@PathVariable("team") TeamId team, @PathVariable("pulse") PulseId pulse, Authentication who) {
        desk.share(team, pulse, who);
        return MirrorView.of(desk.own(team, pulse, who));
    }

    @GetMapping("/shared")
    @PreAuthorize("hasAnyRole('LEAD', 'EMPLOYEE')")
    @Operation(summary = "What leads of the group show it of their own answers")
    SharedMirrors shared(@PathVariable("team") TeamId team, @PathVariable("pulse") PulseId pulse, Authentication who) {
        return new SharedMirrors(
                desk.shared(team, pulse, who).stream().map(SharedMirror::of).toList());
    }
}
