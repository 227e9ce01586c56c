package org.groeipuls.ballot;

import org.groeipuls.refusal.Refusal;

/** Why a box says no. No message repeats a code or an answer. */
public abstract sealed class BallotRefusal extends Refusal {
    private static final long serialVersionUID = 1;

    private BallotRefusal(Kind kind, String code, String message) {
        super(kind, code, message);
    }

    /** The pulse or the code is not known here: the same words for both. */
    public static final class TicketUnknown extends BallotRefusal {
        private static final long serialVersionUID = 1;

        TicketUnknown() {
            super(Kind.UNKNOWN, "ticket-unknown", "This link is not known. Check that it was copied whole.");
        }
    }

    /** Ballots are not taken yet. */
    public static final class PulseNotOpen extends BallotRefusal {
        private static final long serialVersionUID = 1;

        PulseNotOpen() {
            super(Kind.CONFLICT, "pulse-not-open", "This pulse is not open yet. Try again after it opens.");
        }
    }

    /** Ballots are not taken any more. */
    public static final class PulseClosed extends BallotRefusal {
        private static final long serialVersionUID = 1;

        PulseClosed() {
            super(Kind.CONFLICT, "pulse-closed", "This pulse is closed and takes no more answers.");
        }
    }

    /** A later version stands. */
    public static final class SequenceTooLow extends BallotRefusal {
        private static final long serialVersionUID = 1;

        SequenceTooLow() {
            super(
                    Kind.CONFLICT,
                    "sequence-too-low",
                    "A later version of these answers was received. Send the next one with a higher sequence number.");
        }
    }

    /** No text, or more of it than fits. */
    public static final class TextNotAllowed extends BallotRefusal {
        private static final long serialVersionUID = 1;

        TextNotAllowed(int longest) {
            super(
                    Kind.UNACCEPTABLE,
                    "text-not-allowed",
                    "A text has at most " + longest + " characters and no control characters. Make it shorter.");
        }
    }

    /** No number that a version can have. */
    public static final class SequenceNotAllowed extends BallotRefusal {
        private static final long serialVersionUID = 1;

        SequenceNotAllowed() {
            super(Kind.UNACCEPTABLE, "sequence-not-allowed", "A sequence number is a whole number from 1 to 2^53-1.");
        }
    }

    /** No receipt that fits into a ballot. */
    public static final class NonceNotAllowed extends BallotRefusal {
        private static final long serialVersionUID = 1;

        NonceNotAllowed() {
            super(
                    Kind.UNACCEPTABLE,
                    "nonce-not-allowed",
                    "A nonce has 32 to 128 hexadecimal characters; leave it out to be given one.");
        }
    }

    /** An item that the form does not ask, or a value that the scale does not have; names the item only. */
    public static final class AnswerNotAllowed extends BallotRefusal {
        private static final long serialVersionUID = 1;

        AnswerNotAllowed(String item) {
            super(
                    Kind.UNACCEPTABLE,
                    "answer-not-allowed",
                    named(item) + " is not asked here, or its value is not one of 1 to 5 or null.");
        }

        // what does not look like the id of an item may be anything, also something that must not be repeated
        private static String named(String item) {
            return item.matches("[A-Za-z][A-Za-z0-9._-]{0,59}") ? "Item " + item : "One item";
        }
    }

    /** Codes were given out and the pulse has opened. */
    public static final class LinksAlreadyIssued extends BallotRefusal {
        private static final long serialVersionUID = 1;

        LinksAlreadyIssued() {
            super(
                    Kind.CONFLICT,
                    "links-already-issued",
                    "The links of this group were issued and the pulse has opened: they cannot be replaced any more.");
        }
    }

    /** There is no such group in such a pulse. */
    public static final class GroupUnknown extends BallotRefusal {
        private static final long serialVersionUID = 1;

        GroupUnknown() {
            super(Kind.UNKNOWN, "group-unknown", "There is no box for this pulse and group.");
        }
    }

    /** The ballot key of the ticket did not sign this ballot. */
    public static final class SignatureWrong extends BallotRefusal {
        private static final long serialVersionUID = 1;

        SignatureWrong() {
            super(
                    Kind.UNACCEPTABLE,
                    "signature-wrong",
                    "The signature is not of this ticket's ballot key over this pulse, sequence number and ballot.");
        }
    }

    /** A sealed ballot that is longer or shorter than all others. */
    public static final class BallotSizeWrong extends BallotRefusal {
        private static final long serialVersionUID = 1;

        BallotSizeWrong(int bytes) {
            super(Kind.UNACCEPTABLE, "ballot-size-wrong", "A sealed ballot of this pulse has " + bytes + " bytes.");
        }
    }

    /** The pulse is counted in one layer, or takes ballots still: there is nothing to give to the works council. */
    public static final class NothingToShare extends BallotRefusal {
        private static final long serialVersionUID = 1;

        NothingToShare() {
            super(
                    Kind.CONFLICT,
                    "nothing-to-share",
                    "Only a closed pulse with two layers has a batch for the works council, until it is counted.");
        }
    }

    /** What was given back is not what such a batch can become. */
    public static final class ShareNotAllowed extends BallotRefusal {
        private static final long serialVersionUID = 1;

        public ShareNotAllowed() {
            super(
                    Kind.UNACCEPTABLE,
                    "share-not-allowed",
                    "A batch comes back with the groups of the pulse, at most one sheet for each person, each of the one"
                            + " size and none twice, and together with the rejected ones as many as were taken.");
        }
    }

    /** Something else was given back before. */
    public static final class ShareAlreadyReturned extends BallotRefusal {
        private static final long serialVersionUID = 1;

        ShareAlreadyReturned() {
            super(
                    Kind.CONFLICT,
                    "share-already-returned",
                    "The batch of this pulse was given back before, with other content; the first one counts.");
        }
    }
}
