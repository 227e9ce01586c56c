/** Letters about pulses: invitations, reminders and announcements, the same for everybody, and how links are handed out. */
@NullMarked
package org.groeipuls.api.mail;

import org.jspecify.annotations.NullMarked;
