package org.groeipuls.analyst;

import java.io.PrintWriter;
import java.io.StringWriter;

/** The command line with its two outputs caught. */
record Tool(int exit, String out, String err) {
    static Tool run(Object... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        String[] words = new String[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = String.valueOf(arguments[i]);
        }
        int exit = Groeipuls.commands()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
        return new Tool(exit, out.toString(), err.toString());
    }
}
