package org.groeipuls.simulation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** Answers one open pulse as its employees would, some of them with a bad connection or second thoughts. */
public final class Play {
    /** This many people answer at once unless told otherwise. */
    public static final int AT_ONCE = 16;

    private final SurveyClient client;
    private final Habits habits;
    private final int atOnce;
    private final long seed;

    public Play(SurveyClient client, Habits habits, long seed) {
        this(client, habits, AT_ONCE, seed);
    }

    /** @param atOnce how many people answer at the same time; 1 or more */
    public Play(SurveyClient client, Habits habits, int atOnce, long seed) {
        this.client = client;
        this.habits = habits;
        this.atOnce = atOnce;
        this.seed = seed;
    }

    /**
     * Everybody answers; returns when the last reply is in.
     *
     * @param codes per group at least as many as it has sheets, as they stand behind the {@code #} of a link
     * @throws IllegalStateException if the server answered any of it otherwise than it promises
     */
    public PlayResult answer(String pulse, Map<String, List<String>> codes, List<AnswerSheet> sheets) {
        Map<String, List<Entrance>> entrances = new HashMap<>();
        codes.forEach((group, list) -> entrances.put(
                group,
                list.stream()
                        .<Entrance>map(link -> LinkEntrance.of(pulse, link))
                        .toList()));
        return enter(pulse, entrances, sheets);
    }

    /**
     * As {@link #answer}, by whichever entrances.
     *
     * @param entrances per group at least as many as it has sheets
     */
    public PlayResult enter(String pulse, Map<String, List<Entrance>> entrances, List<AnswerSheet> sheets) {
        Map<String, Deque<Entrance>> left = new HashMap<>();
        entrances.forEach((group, list) -> left.put(group, new ArrayDeque<>(list)));
        var people = new SplittableRandom(seed ^ pulse.hashCode());
        var permits = new Semaphore(atOnce);
        List<Person> players = new ArrayList<>();
        for (AnswerSheet sheet : sheets) {
            Entrance entrance =
                    left.getOrDefault(sheet.group(), new ArrayDeque<>()).poll();
            if (entrance == null) {
                throw new IllegalArgumentException("Group " + sheet.group() + " has more sheets than codes");
            }
            var chance = people.split();
            players.add(new Person(client, entrance, sheet, habits.choose(chance), chance));
        }
        List<Future<PlayResult.Entry>> entries = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Person player : players) {
                entries.add(threads.submit(() -> {
                    permits.acquire();
                    try {
                        return player.answer();
                    } finally {
                        permits.release();
                    }
                }));
            }
        }
        return new PlayResult(pulse, entries.stream().map(Play::outcome).toList(), counted(players));
    }

    private static Map<Behaviour, Integer> counted(List<Person> players) {
        Map<Behaviour, Integer> counts = new EnumMap<>(Behaviour.class);
        players.forEach(player -> counts.merge(player.behaviour(), 1, Integer::sum));
        return counts;
    }

    static <T> T outcome(Future<T> done) {
        try {
            return done.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A part of the play got stuck: " + failed.getCause(), failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The play was stopped", stopped);
        }
    }
}
