package org.groeipuls.api.analyst;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.groeipuls.api.problem.FaultyFile;
import org.groeipuls.api.problem.FaultyFile.At;
import org.groeipuls.api.problem.NotFound;
import org.groeipuls.api.storage.Commands;
import org.groeipuls.language.CodedTexts;
import org.groeipuls.language.Complaint;
import org.groeipuls.language.Lexicon;
import org.groeipuls.lexicon.LexiconCommand.RegisterLexicon;
import org.groeipuls.lexicon.LexiconCommand.TryLexicon;
import org.groeipuls.lexicon.LexiconId;
import org.groeipuls.lexicon.Study;
import org.groeipuls.refusal.Refusal;
import org.groeipuls.talk.KnownLexicon;
import org.groeipuls.talk.LexiconTable;

/** Where word lists are registered and tried. Labelled texts are read here, counted, and forgotten. */
final class LexiconDesk {
    private final Commands commands;
    private final LexiconTable table;
    private final ReadableTexts texts;

    LexiconDesk(Commands commands, LexiconTable table, ReadableTexts texts) {
        this.commands = commands;
        this.table = table;
        this.texts = texts;
    }

    KnownLexicon find(LexiconId id) {
        return table.find(id).orElseThrow(NotFound::new);
    }

    static Lexicon list(KnownLexicon known) {
        return Lexicon.parse(known.id().value(), known.content().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Registers a list under the name and version of the address.
     *
     * @throws FaultyFile with every line that is wrong
     * @throws Refusal when a rule says no
     * @return whether it was not known before
     */
    boolean register(LexiconId id, byte[] file) {
        var command = faults("lexicon-line", () -> RegisterLexicon.of(id.value(), file));
        if (!command.lexicon().equals(id)) {
            throw new LexiconIdDiffers(id, command.lexicon());
        }
        return commands.send(command);
    }

    /**
     * Tries a list on labelled texts, of which those count that were released here and can still be read. What goes into
     * history is how often who agreed.
     *
     * @throws FaultyFile with every line that is wrong; it quotes no text
     * @throws Refusal when a rule says no
     */
    KnownLexicon attempt(LexiconId id, byte[] file) {
        commands.awaitViews();
        var known = find(id);
        var coded = faults("label-line", () -> CodedTexts.parse("labels", file));
        commands.send(new TryLexicon(id, Study.of(list(known), coded.among(texts.all()))));
        return find(id);
    }

    /**
     * What stands in a file; empty when something is wrong with it.
     *
     * @param complaints gets what is wrong, by line
     */
    static <T> Optional<T> readable(Supplier<T> reading, List<Complaint> complaints) {
        try {
            return Optional.of(reading.get());
        } catch (org.groeipuls.language.FaultyFile faulty) {
            complaints.addAll(faulty.complaints());
            return Optional.empty();
        }
    }

    private static <T> T faults(String code, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (org.groeipuls.language.FaultyFile faulty) {
            throw new FaultyFile(faulty.complaints().stream()
                    .map(complaint -> new At(complaint.line(), "", code, complaint.message()))
                    .toList());
        }
    }

    /** The address and the file name different lists. */
    static final class LexiconIdDiffers extends Refusal {
        private static final long serialVersionUID = 1;

        LexiconIdDiffers(LexiconId address, LexiconId content) {
            super(
                    Kind.UNACCEPTABLE,
                    "lexicon-id-differs",
                    "The address says %s, the row KEY %s; they have to be the same"
                            .formatted(address.value(), content.value()));
        }
    }
}
