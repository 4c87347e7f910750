package dev.pgduo.lab.load;

import java.util.List;

/**
 * How the accounts are partitioned, by their numbers.
 *
 * @param method {@code range} or {@code hash}; empty with none
 * @param count how many there are, or 0
 */
public record Partitions(String method, int count) {
    /** The methods that there are. */
    public static final List<String> METHODS = List.of("range", "hash");

    /** A table that is not partitioned. */
    public static final Partitions NONE = new Partitions("", 0);

    /** The end of the statement that makes the table. */
    String clause() {
        return " partition by " + method + " (aid)";
    }

    /**
     * What belongs to a partition.
     *
     * @param number of the partition, from 1
     * @param accounts how many there are
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
