package org.groeipuls.api.hr;

import java.util.List;
import org.groeipuls.api.hr.PeopleFile.Column;

/** Takes the lines of a list of people, one after the other, and what is wrong with them. */
interface SheetLines {
    /**
     * @param number where it begins, from 1
     * @param exact whether its number of cells means something; a workbook does not store empty cells
     */
    record Line(long number, List<String> cells, boolean exact) {
        @Override
        public String toString() {
            return "Line[" + number + ", not shown]";
        }
    }

    void add(Line line);

    /** Notes a fault of a line, or of the whole file. */
    void fault(long line, PeopleFault fault);

    /** Notes a fault of a cell; {@code index} from 0. */
    void fault(long line, int index, PeopleFault fault);

    /** Whether nothing that follows can be read. */
    boolean stopped();

    /** Never more than these columns. */
    static int most() {
        return 2 * Column.values().length;
    }
}
