package org.groeipuls.api.storage;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.groeipuls.wording.WordingId;
import org.groeipuls.wording.WordingNotAllowed;
import org.groeipuls.wording.WordingRules;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What people say in their own words: ordinary rows beside history, of which the latest wording is kept and no other.
 * History holds a random reference; where the row is gone, the reference refers to nothing.
 */
public final class Wordings {
    /** What stands where a wording was erased, or replaced by a later one. */
    public static final String REMOVED = "[removed]";

    private final JdbcClient jdbc;

    public Wordings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A wording that is to be kept in one transaction with the command that refers to it.
     *
     * @param subject what it is the wording of; it has one at a time
     */
    public record Draft(WordingId id, String subject, String text) {
        @Override
        public String toString() {
            return "Draft[not shown]";
        }
    }

    /**
     * The same reference for the same text, so that saying it twice changes nothing; else a new one.
     *
     * @param known what the subject's wording is known by
     * @param longest characters
     * @throws WordingNotAllowed when the text cannot be taken
     */
    public Draft draft(String subject, @Nullable WordingId known, String text, int longest) {
        var clean = WordingRules.checked(text, longest);
        var id = known != null && clean.equals(find(known))
                ? known
                : new WordingId(UUID.randomUUID().toString());
        return new Draft(id, subject, clean);
    }

    /** Keeps a wording, and no earlier one of its subject. */
    public void keep(Draft draft) {
        remove(List.of(draft.subject()));
        jdbc.sql("insert into wording (wording, subject, content) values (:id, :subject, :content)")
                .param("id", draft.id().value())
                .param("subject", draft.subject())
                .param("content", draft.text())
                .update();
    }

    /** Erases the wordings of these subjects. */
    public void remove(List<String> subjects) {
        jdbc.sql("delete from wording where subject in (:subjects)")
                .param("subjects", subjects)
                .update();
    }

    /** The wording, or that it was removed. */
    public String read(WordingId id) {
        var found = find(id);
        return found == null ? REMOVED : found;
    }

    /** The wordings, in one query; one that was removed is not among them. */
    public Map<WordingId, String> read(Collection<WordingId> ids) {
        var found = new HashMap<WordingId, String>();
        if (!ids.isEmpty()) {
            jdbc.sql("select wording, content from wording where wording in (:ids)")
                    .param("ids", ids.stream().map(WordingId::value).toList())
                    .query(row -> {
                        found.put(new WordingId(row.getString("wording")), row.getString("content"));
                    });
        }
        return found;
    }

    private @Nullable String find(WordingId id) {
        return jdbc.sql("select content from wording where wording = :id")
                .param("id", id.value())
                .query(String.class)
                .optional()
                .orElse(null);
    }
}
