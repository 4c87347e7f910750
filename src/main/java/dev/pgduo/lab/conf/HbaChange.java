package dev.pgduo.lab.conf;

import java.util.List;

/**
 * A change of pg_hba.conf that was made.
 *
 * @param command what a person would have typed for it
 * @param edit file, line and the rule that came or went
 * @param remarks phrases: when it counts, and what to beware of
 */
public record HbaChange(String command, String edit, List<String> remarks) {
    public HbaChange {
        remarks = List.copyOf(remarks);
    }
}
