package dev.pgduo.walk;

/** A law that did not hold. */
final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String law;

    /**
     * This law did not hold.
     *
     * @param law its name, the same for the same kind of failure
     * @param words what was seen
     */
    Broken(String law, String words) {
        super(law + ": " + words);
        this.law = law;
    }

    String law() {
        return law;
    }
}
