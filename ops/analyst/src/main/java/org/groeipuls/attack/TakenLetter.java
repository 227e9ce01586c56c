package org.groeipuls.attack;

import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A letter as a mail server takes it.
 *
 * @param recipient the address on its envelope
 * @param message its headers and its parts
 */
record TakenLetter(String recipient, String message) {
    private static final Pattern CHANCE = Pattern.compile("[0-9a-f]{32,64}|----=_Part_\\S+");

    /** Which headers are of the moment and of chance. */
    private static final Pattern OF_THE_MOMENT = Pattern.compile("(?i)(Date|Message-ID): .*");

    boolean about(String pulse) {
        return message.contains("/" + pulse + "/");
    }

    /** All of it but what is chance, and without the names of its pulse and of teams. */
    String without(String pulse, Collection<String> teams) {
        var text = (recipient + "\n" + message)
                .lines()
                .filter(line -> !OF_THE_MOMENT.matcher(line).matches())
                .collect(Collectors.joining("\n"));
        var nameless = text.replace(pulse, "PULSE");
        for (var team : teams) {
            nameless = nameless.replace(team, "TEAM");
        }
        return CHANCE.matcher(nameless).replaceAll("CHANCE");
    }

    /** Names nobody in a report. */
    @Override
    public String toString() {
        return "TakenLetter[" + message.length() + " characters]";
    }
}
