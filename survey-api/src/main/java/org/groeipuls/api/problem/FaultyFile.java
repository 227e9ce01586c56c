package org.groeipuls.api.problem;

import java.util.List;
import org.groeipuls.refusal.Refusal;

/** A file was not applied, because of faults in it; each is named by its place and never by what stands there. */
public final class FaultyFile extends Refusal {
    private static final long serialVersionUID = 1;

    /**
     * @param line where the row begins, from 1
     * @param column the name of the column; empty for the whole line
     * @param code stable name of the rule
     * @param message what is wrong and what to do, in English; never what stands in the file
     * @param heading what the column is called in the file
     * @param other another line that it is about, {@code {0}} in the message; 0 for none
     */
    public record At(long line, String column, String code, String message, String heading, long other) {
        public At(long line, String column, String code, String message) {
            this(line, column, code, message, column, 0);
        }
    }

    private final transient List<At> faults;

    /** @param faults at least one */
    public FaultyFile(List<At> faults) {
        super(Kind.UNACCEPTABLE, "file-not-accepted", "The file was not applied; see what is wrong in it");
        this.faults = List.copyOf(faults);
    }

    public List<At> faults() {
        return faults;
    }
}
