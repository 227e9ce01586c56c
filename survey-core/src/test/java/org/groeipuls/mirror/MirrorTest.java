package org.groeipuls.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.groeipuls.mirror.MirrorCommand.AnswerMirror;
import org.groeipuls.mirror.MirrorCommand.ShareMirror;
import org.groeipuls.mirror.MirrorEvent.MirrorAnswered;
import org.groeipuls.mirror.MirrorEvent.MirrorShared;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.team.GroupId;
import org.junit.jupiter.api.Test;

class MirrorTest {
    private static final GroupId ROADS = new GroupId("roads");
    private static final PulseId MARCH = new PulseId("march");
    private static final MirrorId MIRROR = MirrorId.of("key", ROADS, MARCH);
    private static final MirrorAnswered FIRST = new MirrorAnswered(MIRROR, ROADS, MARCH, "leader", "AAAA");
    private static final MirrorAnswered SECOND = new MirrorAnswered(MIRROR, ROADS, MARCH, "leader", "BBBB");
    private static final MirrorShared SHARED = new MirrorShared(MIRROR, ROADS, MARCH);

    private final AggregateTestFixture<Mirror> mirror = new AggregateTestFixture<>(Mirror.class);

    private static AnswerMirror say(String sealed, boolean counted) {
        return new AnswerMirror(MIRROR, ROADS, MARCH, "leader", sealed, counted);
    }

    @Test
    void a_lead_answers_and_answers_otherwise_until_the_pulse_is_counted() {
        mirror.givenNoPriorActivity().when(say("AAAA", false)).expectEvents(FIRST);
        fixture().given(FIRST).when(say("BBBB", false)).expectEvents(SECOND);
        fixture().given(FIRST).when(say("BBBB", true)).expectException(MirrorFixed.class);
    }

    @Test
    void a_counted_pulse_can_still_be_answered_once() {
        mirror.givenNoPriorActivity().when(say("AAAA", true)).expectEvents(FIRST);
        fixture().given(FIRST).when(say("AAAA", true)).expectException(MirrorFixed.class);
    }

    @Test
    void sharing_waits_for_the_count_and_happens_once() {
        mirror.given(FIRST).when(new ShareMirror(MIRROR, false)).expectException(MirrorTooEarly.class);
        fixture().given(FIRST).when(new ShareMirror(MIRROR, true)).expectEvents(SHARED);
        fixture().given(FIRST, SHARED).when(new ShareMirror(MIRROR, true)).expectNoEvents();
    }

    @Test
    void nothing_joins_the_mirrors_of_one_lead_but_the_key() {
        assertThat(MirrorId.of("key", ROADS, MARCH)).isEqualTo(MIRROR);
        assertThat(MIRROR.value()).matches("[0-9a-f]{32}");
        assertThat(MirrorId.of("key", ROADS, new PulseId("april"))).isNotEqualTo(MIRROR);
        assertThat(MirrorId.of("key", new GroupId("parks"), MARCH)).isNotEqualTo(MIRROR);
        assertThat(MirrorId.of("other", ROADS, MARCH)).isNotEqualTo(MIRROR);
    }

    private static AggregateTestFixture<Mirror> fixture() {
        return new AggregateTestFixture<>(Mirror.class);
    }
}
