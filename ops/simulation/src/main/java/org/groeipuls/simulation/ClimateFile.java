package org.groeipuls.simulation;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Answers of the people of many companies to eleven five-point statements about their leaders, one row a person, as in
 * {@code team,LEAD01..LEAD11}.
 *
 * @param companies rows by company, in the file's order
 */
public record ClimateFile(Map<String, List<Row>> companies) {
    /** The columns beside {@code team}. */
    public static final List<String> ITEMS =
            IntStream.rangeClosed(1, 11).mapToObj("LEAD%02d"::formatted).toList();

    /** @param answers 1 to 5 per item in the order of {@link #ITEMS}, or null where nothing was answered */
    public record Row(List<@Nullable Integer> answers) {
        boolean partly() {
            return given() > 0 && given() < answers.size();
        }

        /** Not all, but half or more, so that the row has a score. */
        boolean partlyScored() {
            return partly() && 2 * given() >= answers.size();
        }

        private long given() {
            return answers.stream().filter(answer -> answer != null).count();
        }
    }

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException with the line, if a column is missing or a cell is neither empty nor 1 to 5
     */
    public static ClimateFile read(Path file) {
        Map<String, List<Row>> companies = new LinkedHashMap<>();
        try (CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord line : lines) {
                List<@Nullable Integer> answers = new ArrayList<>();
                ITEMS.forEach(item -> answers.add(cell(line, item)));
                companies
                        .computeIfAbsent(text(line, "team"), team -> new ArrayList<>())
                        .add(new Row(answers));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " cannot be read", unreadable);
        }
        return new ClimateFile(companies);
    }

    private static String text(NamedCsvRecord line, String column) {
        return line.findField(column)
                .orElseThrow(() -> new IllegalArgumentException("Line " + line.getStartingLineNumber()
                        + " has no column " + column + ": the file needs team, " + String.join(", ", ITEMS)));
    }

    private static @Nullable Integer cell(NamedCsvRecord line, String item) {
        String written = text(line, item).strip();
        if (written.isEmpty()) {
            return null;
        }
        if (!written.matches("[1-5]")) {
            throw new IllegalArgumentException(
                    "Line " + line.getStartingLineNumber() + ", " + item + ": an answer is 1 to 5, or nothing");
        }
        return Integer.valueOf(written);
    }

    /**
     * Makes answers of the same shape: companies differ a little, people more; every third company leaves cells empty.
     *
     * @param companies how many
     * @param largest people in the largest company; the smallest has 10
     */
    public static ClimateFile generate(long seed, int companies, int largest) {
        var chance = new SplittableRandom(seed);
        Map<String, List<Row>> made = new LinkedHashMap<>();
        for (int company = 1; company <= companies; company++) {
            double level = 3 + .35 * chance.nextGaussian();
            double empty = company % 3 == 0 ? .08 : 0;
            int people = chance.nextInt(10, largest + 1);
            List<Row> rows = new ArrayList<>();
            for (int person = 0; person < people; person++) {
                rows.add(row(level + .6 * chance.nextGaussian(), empty, chance));
            }
            made.put("company-%03d".formatted(company), rows);
        }
        return new ClimateFile(made);
    }

    private static Row row(double level, double empty, SplittableRandom chance) {
        List<@Nullable Integer> answers = new ArrayList<>();
        for (int item = 0; item < ITEMS.size(); item++) {
            int answer = (int) Math.clamp(Math.round(level + .8 * chance.nextGaussian()), 1L, 5L);
            answers.add(chance.nextDouble() < empty ? null : answer);
        }
        return new Row(answers);
    }

    /** Writes it as {@link #read} reads it. */
    public void write(Path file) {
        try (CsvWriter lines = CsvWriter.builder().build(file)) {
            List<String> header = new ArrayList<>(List.of("team"));
            header.addAll(ITEMS);
            lines.writeRecord(header);
            companies.forEach((company, rows) -> rows.forEach(row -> {
                List<String> cells = new ArrayList<>(List.of(company));
                row.answers().forEach(answer -> cells.add(answer == null ? "" : answer.toString()));
                lines.writeRecord(cells);
            }));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(file + " cannot be written", unwritable);
        }
    }

    /** How many people of a company answered 1, 2, 3, 4 and 5 to the item in this column (0 to 10). */
    public int[] tally(String company, int item) {
        int[] tally = new int[5];
        for (Row row : companies.getOrDefault(company, List.of())) {
            Integer answer = row.answers().get(item);
            if (answer != null) {
                tally[answer - 1]++;
            }
        }
        return tally;
    }
}
