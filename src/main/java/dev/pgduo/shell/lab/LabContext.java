package dev.pgduo.shell.lab;

import dev.pgduo.lab.Lab;
import dev.pgduo.lab.session.LabSessions;
import dev.pgduo.shell.command.CallContext;
import dev.pgduo.shell.command.CommandRunner;
import dev.pgduo.shell.screen.Pager;
import dev.pgduo.shell.screen.TextTable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one call of a command works on: a lab with its sessions, the output, and whoever watches. Commands keep none of it.
 *
 * @param work the lab
 * @param commands runs further commands
 */
public record LabContext(WorkingLab work, CommandRunner commands, Audience audience, PrintWriter out)
        implements CallContext {
    /**
     * The lab.
     *
     * @throws dev.pgduo.report.LabException when there is none yet
     */
    public Lab lab() {
        return work.lab();
    }

    /** The lab at work, with its sessions. */
    public LabSessions desk() {
        return work.desk();
    }

    /** The same with its output there. */
    public LabContext to(PrintWriter other) {
        return new LabContext(work, commands, audience, other);
    }

    /** The same with nobody who watches. */
    public LabContext unwatched() {
        return new LabContext(work, commands, Audience.NOBODY, out);
    }

    /** Shows how a command works on the lab. */
    LabSteps steps() {
        return new LabSteps(this);
    }

    /** Asks before data are lost. */
    Confirmation confirmation() {
        return new Confirmation(this);
    }

    /** Shows a table: as a transcript has it, or as it fits a person's terminal. */
    public void table(List<String> columns, List<? extends List<@Nullable String>> rows) {
        show(new TextTable(columns).lines(rows, audience.looking() ? audience.room() : 0));
    }

    @Override
    public void show(List<String> lines) {
        boolean paged = audience.looking() && Pager.needed(audience.terminal(), lines.size());
        if (!paged) {
            lines.forEach(out::println);
            return;
        }
        try (OutputStream pager = Pager.open(audience.terminal(), Pager.chosen())) {
            pager.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("could not show the text", e);
        }
    }

    /** Runs a line as a command on the same lab; errors are part of the output. The answer is its exit code. */
    public int run(String line) {
        return commands.run(line, this);
    }

    /** Runs separate words; errors go to {@code err}. */
    public int run(List<String> words, PrintWriter err) {
        return commands.run(words, this, err);
    }
}
