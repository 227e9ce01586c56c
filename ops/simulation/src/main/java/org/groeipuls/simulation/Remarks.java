package org.groeipuls.simulation;

import java.util.List;
import java.util.SplittableRandom;

/**
 * What simulated people write for the open question: most of them nothing, some a sentence about something that went
 * wrong. A few learn from it, a few look for who did it, a few say nothing of it; made up, and nobody's.
 */
final class Remarks {
    private static final double WRITES = .35;
    private static final double IN_ENGLISH = .15;

    private static final List<String> WHERE = List.of(
            "Bij een brief",
            "In de planning",
            "Bij een overdracht",
            "Aan de telefoon",
            "Bij een melding",
            "In een dossier",
            "Met een afspraak",
            "Bij een storing",
            "Op een drukke dag",
            "Bij een wisseling van dienst",
            "In het overleg",
            "Bij een nieuw formulier",
            "Met een bestelling",
            "Bij een klacht",
            "In een e-mail",
            "Bij een controle",
            "Met de telefooncentrale",
            "Bij het inwerken",
            "In de vakantie",
            "Bij een spoedgeval");

    private static final List<String> LEARNING = List.of(
            "ging het mis. We keken samen wat er gebeurde en doen het nu anders.",
            "maakte ik een fout. Ik heb het verteld en kreeg hulp.",
            "leerden we dat we eerder moeten vragen.",
            "zagen we te laat dat iets niet klopte. Nu kijkt er altijd een tweede mee.",
            "hebben we een fout nabesproken. Dat zouden we vaker moeten doen.");

    private static final List<String> BLAME = List.of(
            "ging het vooral over wie het had gedaan.",
            "kreeg een collega de schuld, terwijl het systeem niet klopte.",
            "werd eerst een schuldige gezocht en pas daarna een oplossing.");

    private static final List<String> SILENCE = List.of(
            "ging iets mis en daar is niet over gepraat.",
            "durfde niemand te zeggen dat het niet goed ging.",
            "heb ik niets gezegd, want dat gaf eerder gedoe.");

    private static final List<String> WHERE_IN_ENGLISH = List.of(
            "In the planning", "With a letter", "At a handover", "On the phone", "With a new form", "On a busy day");

    private static final List<String> ENGLISH = List.of(
            "we made a mistake, talked about it and changed how we check.",
            "I asked for help earlier this time, and that worked.",
            "something went wrong and nobody talked about it.",
            "a colleague was blamed for a fault in the system.");

    private Remarks() {}

    /** What somebody writes; empty for most. */
    static String of(SplittableRandom chance) {
        if (chance.nextDouble() >= WRITES) {
            return "";
        }
        if (chance.nextDouble() < IN_ENGLISH) {
            return one(WHERE_IN_ENGLISH, chance) + " " + one(ENGLISH, chance);
        }
        double kind = chance.nextDouble();
        var what = kind < .5 ? LEARNING : kind < .75 ? BLAME : SILENCE;
        return one(WHERE, chance) + " " + one(what, chance);
    }

    private static String one(List<String> texts, SplittableRandom chance) {
        return texts.get(chance.nextInt(texts.size()));
    }
}
