package org.groeipuls.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexiconFileTest {
    /** The first line after the small list. */
    private static final int NEXT = 17;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "GUILT<tab>schuldig; 'GUILT' is no kind",
                "BLAME; no words in its second column",
                "BLAME<tab>schuld; 'schuld' stands in line 11 already",
                "SILENCE<tab>SCHÚLD; stands in line 11 already, as BLAME",
                "BLAME<tab>op de <kop>; uses <kop>, which no line above it fills",
                "<fout><tab>misser; fills <fout>, which no phrase uses",
                "BLAME<tab>zwarte-piet; 'zwarte-piet' is not a word",
                "BLAME<tab>kwaad|; '' is not a word",
                "BLAME<tab>be*; fits too many words",
                "BLAME<tab>... straf; begins or ends with ...",
                "BLAME<tab>straf? boete?; has no word that must be there",
                "BLAME<tab>straf maar mild; holds a word that begins a new clause",
                "PSEUDO_NEGATOR<tab>alleen maar; holds no negator",
                "BLAME<tab>straf<tab>a note<tab>more; has more than three columns",
                "KEY<tab>small-nl@2; a second time",
                "BLAME<tab>\"straf\"; has a double quote",
            })
    void a_planted_defect_is_found_in_its_line(String row, String complaint) {
        FaultyFile fault = fault(WordLists.SMALL + row.replace("<tab>", "\t") + "\n");
        assertThat(fault.complaints()).extracting(Complaint::line).containsExactly(NEXT);
        assertThat(fault).hasMessageContaining("small.tsv, line 17: ").hasMessageContaining(complaint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "KEY\tsmall-nl@1; no row KEY",
                "LANGUAGE\tnl; no row LANGUAGE",
                "SILENCE\tstil; without a row SILENCE",
                "TALK\tzeggen; without a row TALK",
                "kind\twords\tnote; is not the header"
            })
    void a_missing_row_is_missed(String row, String complaint) {
        assertThat(fault(WordLists.SMALL.replaceFirst("(?m)^" + row.strip() + "\n", "")))
                .hasMessageContaining(complaint);
    }

    @Test
    void all_defects_are_told_at_once_in_the_order_of_their_lines() {
        FaultyFile fault = fault(WordLists.SMALL
                .replace("LANGUAGE\tnl", "LANGUAGE\tfr")
                .replace("BLAME\tschuld", "BLAME\tschuld!")
                .concat("WHO\tknows\n"));
        assertThat(fault.complaints()).extracting(Complaint::line).containsSequence(1, 3, 11, 17);
    }

    @Test
    void a_set_is_filled_in_one_place() {
        FaultyFile fault = fault(WordLists.SMALL + "<fout>\tmisser\nBLAME\tgroot <fout>\n<fout>\tblunder\n");
        assertThat(fault.complaints()).extracting(Complaint::line).containsExactly(NEXT + 2);
    }

    @Test
    void a_file_that_is_not_utf_8_says_where() {
        byte[] latin = (WordLists.SMALL + "BLAME\tge\u00ebist\n").getBytes(StandardCharsets.ISO_8859_1);
        assertThatExceptionOfType(FaultyFile.class)
                .isThrownBy(() -> Lexicon.parse("latin.tsv", latin))
                .withMessage("latin.tsv, line 17: is not UTF-8: save the file as Unicode (UTF-8)");
    }

    @Test
    void an_empty_file_has_complaints_and_no_accident() {
        assertThat(fault("").complaints()).isNotEmpty();
    }

    @Test
    void what_a_spreadsheet_adds_does_no_harm() {
        String file = "\uFEFF" + WordLists.SMALL.replace("\n", "\t\t\r\n").replace("note\t\t", "note");
        assertThat(WordLists.lexicon(file.replace("\t\t\t", "\t\t")).key()).hasToString("small-nl@1");
        assertThat(WordLists.lexicon(WordLists.SMALL + "# a remark\n\n")
                        .read("leren")
                        .mentioned())
                .containsExactly(Category.LEARNING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "boos|kwaad kijken; ze kwaad kijken; true",
                "boos|kwaad kijken; ze kijken; false",
                "boos ... kijken; boos naar ons allen kijken; true",
                "boos ... kijken; boos naar ons allen samen kijken; false",
                "boos ...5 kijken; boos naar ons allen samen kijken; true",
                "boze heel? blik; boze blik; true",
                "boze heel? blik; boze heel blik; true",
                "verwijt*; verwijtend; true",
                "*cultuur; afrekencultuur; true",
                "*cultuur; cultuurtje; false",
                "*reken*; afrekenen; true",
                "kop van jut / pispaal; de pispaal; true",
                "kop van jut / pispaal; kop van jut; true",
                "kop van jut / pispaal; de kop; false",
            })
    void a_phrase_is_written_with_few_signs(String phrase, String text, boolean found) {
        assertThat(WordLists.lexicon(WordLists.SMALL + "BLAME\t" + phrase + "\n")
                        .read(text)
                        .mentioned()
                        .contains(Category.BLAME))
                .isEqualTo(found);
    }

    @Test
    void a_set_stands_for_each_of_its_phrases() {
        Lexicon lexicon = WordLists.lexicon(WordLists.SMALL
                + "<fout>\tmisser|blunder\n<fout>\tfoute boel\nBLAME\tzijn <fout>|<fout> weer\n"
                        .replace("|<fout>", ""));
        for (String text : List.of("zijn misser weer", "zijn blunder weer", "zijn foute boel weer")) {
            assertThat(lexicon.read(text).mentioned()).containsExactly(Category.BLAME);
        }
        assertThat(lexicon.read("zijn boel weer").mentioned()).isEmpty();
    }

    @Test
    void a_key_is_a_name_and_a_version() {
        assertThat(LexiconKey.parse("error-talk-nl@12")).isEqualTo(new LexiconKey("error-talk-nl", 12));
        for (String wrong : Arrays.asList("nl", "nl@", "nl@0", "nl@01", "NL@1", "@1", "nl@10000")) {
            assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> LexiconKey.parse(wrong));
        }
    }

    private static FaultyFile fault(String file) {
        return catchThrowableOfType(FaultyFile.class, () -> WordLists.lexicon(file));
    }
}
