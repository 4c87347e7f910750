package dev.pgduo;

import dev.pgduo.transcript.model.Step;
import dev.pgduo.transcript.model.Transcript;
import dev.pgduo.transcript.read.TranscriptReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One example of each command: a step of a lab with its output, or a line of its own. */
final class Examples {
    static final Path LAB = Path.of("src/test/resources/dev/pgduo/commands.lab");
    private static final Path LINES = Path.of("src/test/resources/dev/pgduo/commands.txt");
    private static final String NOT_RUN = "not run: ";

    private final List<String> commands;
    private final Map<String, String> blocks = new HashMap<>();

    /** The examples of these commands. */
    Examples(List<String> commands) throws IOException {
        this.commands = List.copyOf(commands);
        Transcript lab = TranscriptReader.parse(Files.readAllBytes(LAB), LAB.toString());
        Step.all(lab.steps())
                .filter(Step.LabCommand.class::isInstance)
                .map(Step.LabCommand.class::cast)
                .forEach(step -> step(lab, step));
        lines();
    }

    /** The example as a block of the documentation; empty when there is none. */
    String of(String command) {
        return blocks.getOrDefault(command, "");
    }

    /** The first step of a command is its example. */
    private void step(Transcript lab, Step.LabCommand step) {
        StringBuilder text = new StringBuilder("```lab\n");
        for (int line = step.span().first(); line <= step.span().last(); line++) {
            text.append(lab.text().line(line).text()).append('\n');
        }
        text.append("```\n");
        commands.stream()
                .filter(command -> (step.command() + " ").startsWith(command + " "))
                .max(Comparator.comparing(String::length))
                .ifPresent(command -> blocks.putIfAbsent(command, text.toString()));
    }

    private void lines() throws IOException {
        String command = "";
        String remark = "";
        try (Stream<String> lines = Files.lines(LINES)) {
            for (String line : lines.toList()) {
                String text = line.strip();
                if (!line.startsWith(" ")) {
                    command = text;
                    remark = "";
                } else if (text.startsWith(NOT_RUN)) {
                    remark = "<!-- " + text + " -->\n";
                } else {
                    blocks.put(command, remark + "```console\n" + text + "\n```\n");
                }
            }
        }
    }
}
