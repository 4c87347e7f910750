package dev.pgduo.shell.pane;

import dev.pgduo.lab.advice.Advices;
import dev.pgduo.lab.session.LabSessions;
import dev.pgduo.lab.session.SessionThread;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.session.Result;
import dev.pgduo.session.help.SlashHelp;
import dev.pgduo.session.host.CollectingOutput;
import dev.pgduo.session.query.StatementOutcome;
import dev.pgduo.shell.command.ExitCode;
import dev.pgduo.shell.prompt.Interruption;
import dev.pgduo.shell.prompt.Pane;
import dev.pgduo.shell.typing.SqlColours;
import dev.pgduo.transcript.write.TranscriptBuilder;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;

/** An SQL session of the lab with psql's prompts. */
final class SqlPane implements Pane {
    private final int number;
    private final PaneTools tools;
    private final LabPanes panes;
    private final String margin;
    private volatile @Nullable SessionThread session;
    private final Interruption preparation = new Interruption();
    private volatile boolean canceled;
    private @Nullable LabSessions desk;
    private String lastPrompt = "=> ";
    private boolean left;
    private final BegunStatement begun = new BegunStatement();

    SqlPane(int number, PaneTools tools, LabPanes panes) {
        this.number = number;
        this.tools = tools;
        this.panes = panes;
        this.margin = TranscriptBuilder.prefix(number).text();
        connect();
    }

    @Override
    public Kind kind() {
        return Kind.SQL;
    }

    /** The session's prompt; while a statement is running, the last one. */
    @Override
    public String prompt() {
        reopened();
        SessionThread open = session;
        if (open != null && !open.busy()) {
            lastPrompt = open.session().prompt();
        }
        return lastPrompt;
    }

    /**
     * Uses the present session of this number: the old one may have been closed and opened again, as when a lab is restored.
     */
    private void reopened() {
        LabSessions current = desk;
        if (current != null && current.isOpen(number)) {
            session = current.session(number);
        }
    }

    @Override
    public String margin() {
        return margin;
    }

    @Override
    public boolean complete(String buffer) {
        String pending = pending();
        return SqlText.complete(pending, buffer)
                || SqlText.rowsFor(pending, buffer).filter(this::isMissing).isPresent();
    }

    /** The lines of an incomplete statement that the session has already, because a backslash command was typed after them. */
    private String pending() {
        SessionThread open = session;
        return open == null || open.busy() ? "" : open.session().begun();
    }

    /** Whether the table of a COPY does not exist, so that no rows can be typed for it. */
    private boolean isMissing(String table) {
        SessionThread open = session;
        return open != null && !open.busy() && !open.ask(psql -> psql.hasRelation(table));
    }

    @Override
    public String continuationPrompt(String buffer) {
        return SqlText.continuation(pending(), buffer);
    }

    @Override
    public List<String> continuationPrompts(String text) {
        return SqlText.continuations(pending(), text);
    }

    @Override
    public boolean data(String buffer) {
        return buffer.indexOf('\n') >= 0
                && SqlText.continuation(pending(), buffer).equals(">> ");
    }

    @Override
    public List<String> statements(String buffer) {
        return SqlText.cut(pending(), buffer);
    }

    @Override
    public Outcome run(String typed, PrintWriter out) {
        String pending = pending();
        String text = SqlText.withoutPrompt(typed);
        if (pending.isEmpty() && SqlText.isPsqlLine(text)) {
            List<String> words = List.of(text.strip().split("\\h+", -1));
            panes.open(desk().nodeOf(number), words.subList(1, words.size()));
            return Outcome.OK;
        }
        if (pending.isEmpty() && SqlText.isWordForHelp(text)) {
            SlashHelp.TYPED.lines().forEach(out::println);
            return Outcome.OK;
        }
        String input = pending.isEmpty() && SqlText.isWordForQuit(text) ? "\\q" : text;
        if (input.strip().equals("\\q") && !tools.lab().exists()) {
            left = true;
            return Outcome.LEFT;
        }
        canceled = false;
        tools.late().settle();
        SessionThread open = connect();
        try {
            prepare(open, input);
            return submit(open, SqlText.finished(pending, input), out);
        } finally {
            tools.late().grace();
        }
    }

    private SessionThread connect() {
        LabSessions current = tools.lab().desk();
        SessionThread open = tools.lab()
                .sessions()
                .of(margin)
                .map(node -> current.session(number, node))
                .orElseGet(() -> current.session(number));
        desk = current;
        session = open;
        panes.located(number, current);
        tools.typing().opened(open.session().endpoint());
        return open;
    }

    private LabSessions desk() {
        return desk == null ? tools.lab().desk() : desk;
    }

    /** Reconnects after a lost connection, and waits until the standby has replayed the last write, as a person would. */
    private void prepare(SessionThread open, String input) {
        if (input.stripLeading().startsWith("\\") || open.busy()) {
            return;
        }
        if (!open.session().connected()) {
            open.submit("\\c", new CollectingOutput()).join();
        }
        preparation.begin();
        boolean interrupted;
        try {
            desk().catchUp(number);
        } finally {
            interrupted = preparation.end();
        }
        if (interrupted) {
            throw new LabException(ErrorReport.error("canceling statement due to user request"));
        }
    }

    private Outcome submit(SessionThread open, String input, PrintWriter out) {
        PaneOutput output = new PaneOutput(out, tools.journal().open());
        StatementWait.Begun wait = new StatementWait(number, desk(), tools, panes)
                .result(() -> open.submit(desk().naming().toReal(input), output));
        Optional<Result> result = wait.result();
        if (result.isEmpty()) {
            tools.journal()
                    .sql(
                            number,
                            begun.input(input),
                            begun.output(output.detach(lines -> tools.screen().late(margin, lines, () -> {}))));
            begun.clear();
            tools.late().add(new BlockedStatements.Statement(desk(), number, margin, output), wait.running());
            return Outcome.BLOCKED;
        }
        if (result.get().open()) {
            panes.located(number, desk());
        }
        desk().ended(number, result.get());
        boolean asked = desk().backslash().takeAsked();
        tools.typing().ran(open.session().endpoint(), input);
        List<String> lines = output.finish();
        out.close();
        desk().hints(result.get()).forEach(hint -> tools.screen().remark(margin, "HINT:  " + hint));
        if (result.get().open() && open.session().pending()) {
            begun.add(input, lines);
        } else {
            recorded(begun.input(input), begun.output(lines), asked);
            begun.clear();
        }
        advise(result.get());
        left = !result.get().open();
        return left ? Outcome.LEFT : Outcome.of(result.get().ok() ? ExitCode.OK : ExitCode.FAILED);
    }

    private void recorded(String input, List<String> lines, boolean asked) {
        if (asked) {
            tools.journal().asked(number, input);
        } else if (canceled) {
            tools.journal().canceled(number, input);
        } else {
            tools.journal().sql(number, input, lines);
        }
    }

    /** Prints advice for a beginner, in addition to psql's output; only when a person types. */
    private void advise(Result result) {
        if (tools.typing().forPerson()) {
            result.outcomes().stream()
                    .flatMap(outcome -> advice(outcome).stream())
                    .findFirst()
                    .ifPresent(hint -> tools.screen().remark(margin, "HINT:  " + hint));
        }
    }

    private Optional<String> advice(StatementOutcome outcome) {
        String state = outcome.sqlState();
        String error = outcome.error();
        return state == null || error == null ? Optional.empty() : Advices.on(state, error, desk().nodeOf(number));
    }

    @Override
    public boolean busy() {
        SessionThread open = session;
        return open != null && open.busy();
    }

    @Override
    public @Nullable Worker worker() {
        SessionThread open = session;
        int pid = open == null ? 0 : open.session().backendPid();
        return pid == 0 ? null : new Worker(desk().nodeOf(number), pid);
    }

    /** Cancels the statement, also when it is waiting and the prompt has come back. */
    @Override
    public void cancel() {
        SessionThread open = session;
        if (!preparation.interrupt() && !desk().backslash().cancel() && open != null && open.busy()) {
            canceled = true;
            send(open);
        }
    }

    @Override
    public void giveUp() {
        SessionThread open = session;
        if (open != null && !open.busy()) {
            open.session().resetBuffer();
            begun.clear();
        }
    }

    private void send(SessionThread open) {
        try {
            open.session().cancel();
        } catch (LabException e) {
            e.report().lines().forEach(line -> tools.screen().line(margin, line));
        }
    }

    @Override
    public String memory() {
        return "sql" + number;
    }

    @Override
    public AttributedString paint(String buffer) {
        return SqlColours.paint(buffer);
    }

    @Override
    public int wordStart(String buffer, int cursor) {
        return tools.typing().wordStart(buffer, cursor);
    }

    @Override
    public List<Suggestion> suggest(String buffer, int cursor) {
        SessionThread open = session;
        return open == null ? List.of() : tools.typing().suggest(open.session().endpoint(), buffer, cursor);
    }

    @Override
    public String farewell() {
        return "\\q";
    }

    @Override
    public void close() {
        if (!left) {
            tools.journal().sql(number, "\\q", List.of());
        }
        if (desk != null) {
            desk.close(number);
        }
        tools.lab().sessions().left(margin);
    }
}
