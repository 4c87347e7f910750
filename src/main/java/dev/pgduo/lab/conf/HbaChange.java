package dev.pgduo.lab.conf;

import java.util.List;

/**
 * A change that was made to pg_hba.conf.
 *
 * @param command the command line that a person would have typed for it
 * @param edit file, line number and the rule that was added or removed
 * @param remarks phrases: when it takes effect, and warnings
 */
public record HbaChange(String command, String edit, List<String> remarks) {
    public HbaChange {
        remarks = List.copyOf(remarks);
    }
}
