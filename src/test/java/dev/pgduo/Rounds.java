package dev.pgduo;

/** How many random cases a test makes up: as many as it says, or {@code -Dpgduo.rounds} per cent of them, more or fewer. */
public final class Rounds {
    private Rounds() {}

    public static int of(int usual) {
        return Math.max(1, (int) ((long) usual * Integer.getInteger("pgduo.rounds", 100) / 100));
    }
}
