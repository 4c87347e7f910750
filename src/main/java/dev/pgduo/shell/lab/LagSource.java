package dev.pgduo.shell.lab;

import dev.pgduo.lab.watch.LagHistory;
import java.util.Optional;

/** A record of the lag over the last minutes. */
public interface LagSource {
    /** The record; empty when the lag is not being recorded. */
    Optional<LagHistory> history();
}
