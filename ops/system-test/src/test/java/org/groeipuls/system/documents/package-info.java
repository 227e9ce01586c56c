/** Holds the documents against what is true: links, lengths, commands, and the page of all messages. */
@NullMarked
package org.groeipuls.system.documents;

import org.jspecify.annotations.NullMarked;
