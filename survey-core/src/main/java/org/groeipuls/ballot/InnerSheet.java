package org.groeipuls.ballot;

/** What one person says in one box, before it is sealed and after it is opened. */
sealed interface InnerSheet permits Sheet, TextSheet {
    /** Whether it only says that what was there is taken back. */
    boolean withdrawn();

    byte[] encoded();
}
