package dev.pgduo.shell.lab;

import dev.pgduo.lab.watch.LagHistory;
import java.util.Optional;

/** Whoever has watched the lag in the last minutes. */
public interface LagSource {
    /** What was seen; empty while nobody watches. */
    Optional<LagHistory> history();
}
