package dev.pgduo.shell.pane;

import dev.pgduo.lab.LabDesk;
import dev.pgduo.lab.SessionThread;
import dev.pgduo.lab.Waiting;
import dev.pgduo.lab.advice.Advices;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.session.Result;
import dev.pgduo.session.host.CollectingOutput;
import dev.pgduo.session.query.StatementOutcome;
import dev.pgduo.shell.command.ExitCode;
import dev.pgduo.shell.prompt.Interruption;
import dev.pgduo.shell.prompt.Pane;
import dev.pgduo.shell.typing.SqlColours;
import dev.pgduo.transcript.TranscriptBuilder;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;

/** An SQL session of the lab, at psql's prompts. */
final class SqlPane implements Pane {
    /** A statement that takes longer is asked what it waits for. */
    private static final long PATIENCE_MILLIS = 1000;

    private static final long LOOK_MILLIS = 100;

    private final int number;
    private final PaneTools tools;
    private final LabPanes panes;
    private final String margin;
    private volatile @Nullable SessionThread session;
    private final Interruption preparation = new Interruption();
    private volatile boolean canceled;
    private @Nullable LabDesk desk;
    private String lastPrompt = "=> ";
    private boolean left;

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

    /** The session's own, or the last one while a statement of it is still out. */
    @Override
    public String prompt() {
        SessionThread open = session;
        if (open != null && !open.busy()) {
            lastPrompt = open.session().prompt();
        }
        return lastPrompt;
    }

    @Override
    public String margin() {
        return margin;
    }

    @Override
    public boolean complete(String buffer) {
        return SqlText.complete(buffer);
    }

    @Override
    public String continuationPrompt(String buffer) {
        return SqlText.continuation(buffer);
    }

    @Override
    public boolean data(String buffer) {
        return buffer.indexOf('\n') >= 0 && SqlText.continuation(buffer).equals(">> ");
    }

    @Override
    public List<String> statements(String buffer) {
        return SqlText.cut(buffer);
    }

    @Override
    public Outcome run(String text, PrintWriter out) {
        if (SqlText.isPsqlLine(text)) {
            List<String> words = List.of(text.strip().split("\\h+", -1));
            panes.open(desk().nodeOf(number), words.subList(1, words.size()));
            return Outcome.OK;
        }
        String input = SqlText.isWordForQuit(text) ? "\\q" : text;
        canceled = false;
        tools.late().settle();
        SessionThread open = connect();
        try {
            prepare(open, input);
            return submit(open, input, out);
        } finally {
            tools.late().grace();
        }
    }

    private SessionThread connect() {
        LabDesk current = tools.lab().desk();
        SessionThread open = current.session(number);
        desk = current;
        session = open;
        tools.typing().opened(open.session().endpoint());
        return open;
    }

    private LabDesk desk() {
        return desk == null ? tools.lab().desk() : desk;
    }

    /** What a person would do first: connect again after a loss, and wait until the standby has what was written. */
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
        CompletableFuture<Result> running = open.submit(SqlText.finished(input), output);
        Optional<Result> result = await(running);
        if (result.isEmpty()) {
            tools.journal().sql(number, input, output.detach());
            tools.late().add(new Backgrounds.Statement(desk(), number, margin, output), running);
            return Outcome.BLOCKED;
        }
        desk().ended(number, result.get());
        tools.typing().ran(open.session().endpoint(), input);
        List<String> lines = output.finish();
        out.close();
        desk().hints(result.get()).forEach(hint -> tools.screen().remark(margin, "HINT:  " + hint));
        if (canceled) {
            tools.journal().canceled(number, input);
        } else {
            tools.journal().sql(number, input, lines);
        }
        advise(result.get());
        left = !result.get().open();
        return left ? Outcome.LEFT : Outcome.of(result.get().ok() ? ExitCode.OK : ExitCode.FAILED);
    }

    /** What a beginner should do next; beside psql's own output, and for a person only. */
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

    /** Empty when the statement waits for somebody else, and goes on to. */
    private Optional<Result> await(CompletableFuture<Result> running) {
        long patience = PATIENCE_MILLIS;
        while (true) {
            Optional<Result> result = result(running, patience);
            Optional<Waiting> waiting = result.isPresent() ? Optional.empty() : desk().holdup(number);
            if (result.isPresent()) {
                return result;
            }
            if (waiting.filter(Waiting::byOthers).isPresent()) {
                WaitingWords.of(desk(), number, waiting.get())
                        .forEach(line -> tools.screen().remark(margin, line));
                return Optional.empty();
            }
            patience = LOOK_MILLIS;
        }
    }

    private static Optional<Result> result(CompletableFuture<Result> running, long millis) {
        try {
            return Optional.of(running.get(millis, TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException(ErrorReport.error("canceling statement due to user request"), e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        }
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

    /** Also for a statement that waits while the prompt is back. */
    @Override
    public void cancel() {
        SessionThread open = session;
        if (!preparation.interrupt() && !tools.backslash().cancel() && open != null && open.busy()) {
            canceled = true;
            send(open);
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
    }
}
