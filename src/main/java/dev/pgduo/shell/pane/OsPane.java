package dev.pgduo.shell.pane;

import dev.pgduo.cluster.process.PseudoTerminal;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.NodeStatus;
import dev.pgduo.lab.os.OsResult;
import dev.pgduo.lab.os.OsWatch;
import dev.pgduo.lab.os.TypedEcho;
import dev.pgduo.lab.pair.PairCheck.Finding;
import dev.pgduo.lab.session.LabSessions;
import dev.pgduo.report.LabException;
import dev.pgduo.report.TerminalText;
import dev.pgduo.scan.ShellInput;
import dev.pgduo.shell.command.ExitCode;
import dev.pgduo.shell.prompt.Interruption;
import dev.pgduo.shell.prompt.Pane;
import dev.pgduo.shell.typing.FileNames;
import dev.pgduo.shell.typing.ProgramNames;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The OS prompt of a node: pgduo carries out the lab's commands with a backslash and the lab idioms; the real shell runs all
 * other lines.
 */
final class OsPane implements Pane {
    /** The text before a program's name. */
    private static final Pattern PROGRAM =
            Pattern.compile("(?:^|[;|&(\n]|\\b(?:sudo|exec|env|time|nohup|do|then|else))\\s*$");

    private static final Pattern REMOVAL = Pattern.compile("\\b(?:rm|mv)\\b");

    private final NodeName node;
    private final PaneTools tools;
    private final LabPanes panes;
    private final String prompt;
    private final OsBackslash backslash;
    private final Interruption interruption = new Interruption();

    OsPane(NodeName node, PaneTools tools, LabPanes panes) {
        this.node = node;
        this.tools = tools;
        this.panes = panes;
        this.backslash = new OsBackslash(tools);
        this.prompt = tools.lab().desk().naming().prompt(node) + " ";
    }

    @Override
    public Kind kind() {
        return Kind.OS;
    }

    @Override
    public String prompt() {
        return prompt;
    }

    @Override
    public String margin() {
        return "";
    }

    @Override
    public boolean complete(String buffer) {
        return ShellInput.complete(buffer);
    }

    @Override
    public String continuationPrompt(String buffer) {
        return "> ";
    }

    @Override
    public List<String> statements(String buffer) {
        return ShellInput.cut(buffer);
    }

    @Override
    public Outcome run(String text, PrintWriter out) {
        String line = text.strip();
        if (line.matches("exit(\\s+\\d+)?|logout")) {
            return Outcome.LEFT;
        }
        if (line.isEmpty() || line.startsWith("#")) {
            return Outcome.OK;
        }
        return backslash.run(line, out).orElseGet(() -> execute(line, out));
    }

    private Outcome execute(String line, PrintWriter out) {
        tools.late().settle();
        interruption.begin();
        List<String> shown = Collections.synchronizedList(new ArrayList<>());
        try {
            Map<NodeName, String> stake = stake(line);
            Watched watched = new Watched(shown, FullScreen.isIn(line));
            OsWatch watch = new OsWatch(
                    Optional.empty(),
                    output -> {
                        shown.add(output);
                        out.println(TerminalText.shown(output));
                    },
                    Optional.of(watched));
            OsResult result = tools.lab().desk().os(node, line, watch);
            if (result.exitCode() == ExitCode.INTERRUPTED && !watched.dialogue) {
                interruption.expect();
            }
            stake.forEach(this::tellLoss);
            return ended(line, result, watched, out);
        } catch (LabException e) {
            if (interruption.requested()) {
                return Outcome.of(ExitCode.INTERRUPTED);
            }
            tools.journal().os(prompt, line, e.report().lines());
            throw e;
        } finally {
            interruption.end();
            tools.late().grace();
        }
    }

    /** The loss with each node's data, when the line may remove them: a person may do so, but is told of it. */
    private Map<NodeName, String> stake(String line) {
        Map<NodeName, String> stake = new EnumMap<>(NodeName.class);
        if (REMOVAL.matcher(line).find()) {
            Finding finding = tools.lab().desk().lab().check().look();
            for (NodeName name : NodeName.values()) {
                finding.loss(name).ifPresent(loss -> stake.put(name, loss));
            }
        }
        return stake;
    }

    private void tellLoss(NodeName name, String loss) {
        if (tools.lab().desk().lab().node(name).status().status() == NodeStatus.EMPTY) {
            tools.screen()
                    .remark(
                            "",
                            "the data of node " + name + " are lost, and it "
                                    + loss.replaceFirst("^is ", "was ")
                                            .replaceFirst("^holds ", "held ")
                                            .replaceFirst("^has ", "had ")
                                    + "; data that are removed at an OS prompt are not kept");
        }
    }

    /** Keeps the lines that a program has shown on the person's terminal, unless a lab file could not repeat them. */
    private final class Watched implements PseudoTerminal.Listener {
        private final List<String> shown;
        private final boolean draws;
        private volatile boolean dialogue;

        Watched(List<String> shown, boolean draws) {
            this.shown = shown;
            this.draws = draws;
        }

        @Override
        public boolean draws() {
            return draws;
        }

        @Override
        public void line(String text) {
            shown.add(text);
            tools.screen().seen(text);
        }

        @Override
        public void dialogue() {
            dialogue = true;
        }

        @Override
        public void unread(String keys) {
            TypedEcho.remove(shown, keys);
        }
    }

    private Outcome ended(String line, OsResult result, Watched watched, PrintWriter out) {
        List<String> output = result.output();
        output.subList(Math.min(watched.shown.size(), output.size()), output.size()).stream()
                .map(TerminalText::shown)
                .forEach(out::println);
        out.close();
        result.translations().forEach(translation -> tools.screen().remark("", "note: " + translation.note()));
        if (result.session().isPresent()) {
            panes.open(node, result.session().get());
        } else if (!watched.dialogue) {
            tools.journal().os(prompt, line, output);
        }
        return Outcome.of(result.exitCode());
    }

    @Override
    public void cancel() {
        if (!backslash.cancel()) {
            interruption.interrupt();
        }
    }

    @Override
    public String memory() {
        return "os" + node;
    }

    @Override
    public List<Suggestion> suggest(String buffer, int cursor) {
        String word = buffer.substring(wordStart(buffer, cursor), cursor);
        String before = buffer.substring(0, wordStart(buffer, cursor));
        boolean program = PROGRAM.matcher(before).find() && word.indexOf('/') < 0 && !word.isEmpty();
        LabSessions desk = tools.lab().desk();
        List<String> names = program
                ? ProgramNames.startingWith(word, desk.programs(node))
                : FileNames.inShell(
                        path -> desk.typedPath(node, path),
                        desk.naming().paths().realByShown().keySet(),
                        word);
        return names.stream().map(Suggestion::of).toList();
    }

    @Override
    public String farewell() {
        return "exit";
    }
}
