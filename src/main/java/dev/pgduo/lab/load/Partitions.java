package dev.pgduo.lab.load;

import java.util.List;

/**
 * The partitioning of the accounts table, by account number.
 *
 * @param method {@code range} or {@code hash}; empty for none
 * @param count the number of partitions, or 0
 */
public record Partitions(String method, int count) {
    /** All methods. */
    public static final List<String> METHODS = List.of("range", "hash");

    /** No partitioning. */
    public static final Partitions NONE = new Partitions("", 0);

    /** The last clause of the statement that creates the table. */
    String clause() {
        return " partition by " + method + " (aid)";
    }

    /**
     * The clause with a partition's bounds.
     *
     * @param number the partition's, from 1
     * @param accounts the number of all accounts
     */
    String bound(int number, long accounts) {
        if (method.equals("hash")) {
            return "with (modulus " + count + ", remainder " + (number - 1) + ")";
        }
        long size = (accounts + count - 1) / count;
        String from = number == 1 ? "minvalue" : Long.toString((number - 1) * size + 1);
        String to = number == count ? "maxvalue" : Long.toString(number * size + 1);
        return "from (" + from + ") to (" + to + ")";
    }
}
