package dev.pgduo.session.describe;

/** A command that cannot be run as it was typed; the message is psql's. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refused(String words) {
        super(words);
    }
}
