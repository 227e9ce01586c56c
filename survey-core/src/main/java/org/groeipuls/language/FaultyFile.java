package org.groeipuls.language;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A file of words or of labelled texts cannot be used; it says all that is wrong with it, in the order of the lines. */
public final class FaultyFile extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<Complaint> complaints;

    FaultyFile(String source, List<Complaint> complaints) {
        super(complaints.stream()
                .sorted(Comparator.comparingInt(Complaint::line))
                .map(complaint -> source + ", " + complaint)
                .collect(Collectors.joining("\n")));
        this.complaints = complaints.stream()
                .sorted(Comparator.comparingInt(Complaint::line))
                .toList();
    }

    /** At least one, in the order of the lines. */
    public List<Complaint> complaints() {
        return complaints;
    }
}
