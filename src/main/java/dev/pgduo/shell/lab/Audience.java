package dev.pgduo.shell.lab;

import dev.pgduo.cluster.binaries.TransferProgress;
import dev.pgduo.shell.prompt.PaneSwitch;
import dev.pgduo.shell.screen.Asker;
import dev.pgduo.shell.screen.WholeTerminal;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The recipients of a command's output: a person at a terminal, a script, or nobody.
 *
 * @param asker asks the person
 * @param terminal the terminal, which other programs may use for a while
 * @param progress shows the progress of a long operation
 * @param remarks receives remarks that are not part of a lab file
 * @param front the prompts at which commands are typed; empty when a lab file types them
 * @param recorded whether the output is recorded, to be compared with the output of a later run
 */
public record Audience(
        Asker asker,
        WholeTerminal terminal,
        TransferProgress progress,
        Consumer<String> remarks,
        Optional<PaneSwitch> front,
        BooleanSupplier recorded) {
    /** No recipients. */
    public static final Audience NOBODY = new Audience(
            new Asker(false),
            new WholeTerminal(false),
            TransferProgress.NONE,
            remark -> {},
            Optional.empty(),
            () -> false);

    /** Whether there is a person, whoever types. */
    public boolean person() {
        return asker.person();
    }

    /** Whether a person types the commands. */
    public boolean typing() {
        return person() && front.isPresent();
    }

    /** Whether a person types the commands and nothing is recorded, so that the output may depend on the terminal. */
    public boolean looking() {
        return typing() && !recorded.getAsBoolean();
    }

    /** The columns for a command's output, without the margin of the session; 0 when the width is not known. */
    public int room() {
        return Math.max(0, terminal.columns() - margin());
    }

    /** The width of the margin before the output of a session's command, which runs on the session's thread. */
    int margin() {
        return terminal.waiting().reachable()
                ? front.map(panes -> panes.front().margin().length()).orElse(0)
                : 0;
    }

    /** The same audience for commands that are typed at these prompts, or by a lab file. */
    public Audience at(Optional<PaneSwitch> prompts) {
        return new Audience(asker, terminal, progress, remarks, prompts, recorded);
    }
}
