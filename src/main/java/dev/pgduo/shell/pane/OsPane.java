package dev.pgduo.shell.pane;

import dev.pgduo.cluster.NodeName;
import dev.pgduo.lab.os.OsResult;
import dev.pgduo.report.LabException;
import dev.pgduo.shell.command.ExitCode;
import dev.pgduo.shell.prompt.Interruption;
import dev.pgduo.shell.prompt.Pane;
import dev.pgduo.shell.typing.FileNames;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The OS prompt of a node: lab idioms are carried out by the lab, anything else by the real shell. */
final class OsPane implements Pane {
    private final NodeName node;
    private final PaneTools tools;
    private final LabPanes panes;
    private final String prompt;
    private final Interruption interruption = new Interruption();

    OsPane(NodeName node, PaneTools tools, LabPanes panes) {
        this.node = node;
        this.tools = tools;
        this.panes = panes;
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
        return ShellText.complete(buffer);
    }

    @Override
    public String continuationPrompt(String buffer) {
        return "> ";
    }

    @Override
    public List<String> statements(String buffer) {
        return ShellText.cut(buffer);
    }

    @Override
    public Outcome run(String text, PrintWriter out) {
        String line = text.strip();
        if (line.matches("exit(\\s+\\d+)?|logout")) {
            return Outcome.LEFT;
        }
        return line.isEmpty() || line.startsWith("#") ? Outcome.OK : execute(line, out);
    }

    private Outcome execute(String line, PrintWriter out) {
        tools.late().settle();
        interruption.begin();
        List<String> shown = Collections.synchronizedList(new ArrayList<>());
        try {
            OsResult result = tools.lab().desk().os(node, line, output -> {
                shown.add(output);
                out.println(output);
            });
            if (result.exitCode() == ExitCode.INTERRUPTED) {
                interruption.expect();
            }
            return ended(line, result, shown, out);
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

    private Outcome ended(String line, OsResult result, List<String> shown, PrintWriter out) {
        List<String> output = result.output();
        output.subList(Math.min(shown.size(), output.size()), output.size()).forEach(out::println);
        out.close();
        result.translations().forEach(translation -> tools.screen().remark("", "note: " + translation.note()));
        if (result.session().isPresent()) {
            panes.open(node, result.session().get());
        } else {
            tools.journal().os(prompt, line, output);
        }
        return Outcome.of(result.exitCode());
    }

    @Override
    public void cancel() {
        interruption.interrupt();
    }

    @Override
    public String memory() {
        return "os" + node;
    }

    @Override
    public List<Suggestion> suggest(String buffer, int cursor) {
        return FileNames.at(
                        tools.lab().desk().lab().node(node).layout().root(),
                        buffer.substring(wordStart(buffer, cursor), cursor))
                .stream()
                .map(Suggestion::of)
                .toList();
    }

    @Override
    public String farewell() {
        return "exit";
    }
}
