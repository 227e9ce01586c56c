package org.groeipuls.simulation;

import java.util.List;

/** Made-up names for the people of the demonstration; the same person is always called the same. */
final class DemoNames {
    private static final List<String> FIRST = List.of(
            "Aisha", "Bas", "Carla", "Daan", "Els", "Fatima", "Gijs", "Hanna", "Ivo", "Jamila", "Koen", "Lotte",
            "Milan", "Noor", "Omar", "Petra", "Quinten", "Roos", "Sven", "Tess", "Umit", "Vera", "Wim");
    private static final List<String> LAST = List.of(
            "de Boer",
            "Yilmaz",
            "Jansen",
            "van den Berg",
            "El Amrani",
            "Smit",
            "Visser",
            "Kaya",
            "Meijer",
            "de Groot",
            "Bakker",
            "Mulder",
            "Ramdin",
            "Vos",
            "Peters",
            "Hendriks",
            "van Dijk",
            "Dekker",
            "Kuipers");

    private DemoNames() {}

    static String of(String person) {
        int at = Math.floorMod(person.hashCode(), FIRST.size() * LAST.size());
        return FIRST.get(at % FIRST.size()) + " " + LAST.get(at / FIRST.size());
    }
}
