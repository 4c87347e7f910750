package dev.pgduo.shell.lab;

import dev.pgduo.lab.Lab;
import dev.pgduo.lab.pair.PairVerdict;
import dev.pgduo.lab.pair.Situation;
import dev.pgduo.shell.prompt.AfterCommand;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Prints the state of the pair and the advice after each command that changes a node. */
public final class StateRemark implements AfterCommand {
    private static final Set<String> CHANGING = Set.of(
            "init",
            "start",
            "stop",
            "restart",
            "promote",
            "crash",
            "basebackup",
            "rewind",
            "standby",
            "down",
            "reset",
            "undo");

    private final CurrentLab current;
    private final Consumer<String> remarks;

    /** Prints to these remarks. */
    public StateRemark(CurrentLab current, Consumer<String> remarks) {
        this.current = current;
        this.remarks = remarks;
    }

    @Override
    public void succeeded(String line) {
        Optional<Lab> lab = current.opened();
        String text = line.strip();
        if (lab.isEmpty() || text.equals("undo") || !CHANGING.contains(text.split("\\s+", 2)[0])) {
            return;
        }
        PairVerdict verdict = lab.get().check().look().verdict();
        // Two independent clusters may be intended.
        if (verdict.situation() != Situation.UNRELATED) {
            String next = verdict.commands().isEmpty() ? "" : "; next: " + String.join(", ", verdict.commands());
            remarks.accept(verdict.words() + next);
        }
    }
}
